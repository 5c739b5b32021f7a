using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>A broken scenario never starts, and says where and why. Each mistake is made in the shipped one.</summary>
public sealed class LinterTests
{
    [Theory]
    [InlineData("scenario.yaml", "horizon: 3h", "horizon: soon", "SD0002")]
    [InlineData("scenario.yaml", "id: s02-slow-lms", "id: null", "SD0001")]
    [InlineData("scenario.yaml", "id: s02-slow-lms", "id:", "SD0001")]
    [InlineData("rubric.yaml", "weight: 2", "weight: ~", "SD0001")]
    [InlineData("scenario.yaml", "weight: 55", "weight: NaN", "SD0002")]
    [InlineData(
        "scenario.yaml",
        "    audience: technical",
        "    hours: 18:00-08:00\n    audience: technical",
        "SD0002"
    )]
    [InlineData("scenario.yaml", "weight: 55", "weight: 99999999999999", "SD0005")]
    [InlineData("rubric.yaml", "weight: 2", "weight: 10001", "SD0005")]
    [InlineData("scenario.yaml", "weight: 55", "weigth: 55", "SD0003")]
    [InlineData("scenario.yaml", "version: 1\n", "", "SD0004")]
    [InlineData("scenario.yaml", "audience: technical", "audience: nerds", "SD0005")]
    [InlineData("scenario.yaml", "shows: 5s..", "shows: 5h..", "SD0005")]
    [InlineData("scenario.yaml", "  - id: switched\n", "  - id: chase\n", "SD0006")]
    [InlineData("scenario.yaml", "bao lau roi", "(?<=x)pages", "SD0007")]
    [InlineData("scenario.yaml", "from: ha, line: ha.chase", "from: hal, line: ha.chase", "SD0101")]
    [InlineData(
        "scenario.yaml",
        "when: fix.live\n    then: [{chat: {from: dev, line: dev.fixed}",
        "when: {event: account.reactivated, account: hal}\n    then: [{chat: {from: dev, line: dev.fixed}",
        "SD0101"
    )]
    [InlineData("scenario.yaml", "line: ha.chase", "line: ha.chased", "SD0102")]
    [InlineData("rubric.yaml", "any: [errors,", "any: [error,", "SD0103")]
    [InlineData("scenario.yaml", "run: bad/silent.yaml, branch: pool", "run: bad/silent.yaml, branch: pond", "SD0104")]
    [InlineData(
        "scenario.yaml",
        "unless: fix.live\n    repeat: 3\n    then: [{mail: {from: ha, line: ha.chase}",
        "unless: fix.alive\n    repeat: 3\n    then: [{mail: {from: ha, line: ha.chase}",
        "SD0105"
    )]
    [InlineData("scenario.yaml", "fail: [02-8,", "fail: [02-88,", "SD0106")]
    [InlineData("scenario.yaml", "fired: [disputes]", "fired: [disputed-it]", "SD0107")]
    [InlineData("scenario.yaml", "run: bad/claims.yaml", "run: bad/no-such.yaml", "SD0108")]
    [InlineData(
        "scenario.yaml",
        "reveal: [{event: telemetry.queried, table: dependencies, covers: \"14:10\", shows: 5s..}]",
        "reveal: [{event: mail.received, key: nothing}]",
        "SD0201"
    )]
    [InlineData("scenario.yaml", "for: 45m", "for: 4h", "SD0202")]
    [InlineData("lines.vi.yaml", "dev.unclear:", "dev.nonsense: Gì cơ?\ndev.unclear:", "SD0203")]
    [InlineData("lines.en.yaml", "ha.chase: Hello, the class is still waiting. Is there any news?\n", "", "SD0204")]
    [InlineData(
        "scenario.yaml",
        "  - id: dev-tells",
        "  - id: dev-tells-too\n    when: fix.live\n    then: [{chat: {from: dev, line: dev.fixed}}]\n  - id: dev-tells",
        "SD0205"
    )]
    [InlineData("rubric.yaml", "to: {sets: class, is: expedite}, max: 5m", "to: fix.live, max: 5m", "SD0206")]
    [InlineData("scenario.yaml", "thu.ha@campus.example", "thu.ha@campus.edu.vn", "SD0207")]
    [InlineData("lines.vi.yaml", "Để chị hỏi cả lớp", "Mật khẩu là Lop2024. Để chị hỏi cả lớp", "SD0208")]
    [InlineData("scenario.yaml", "\\b41 (ban|nguoi", "\\b42 (ban|nguoi", "SD0209")]
    [InlineData("scenario.yaml", "mention: ['\\bweb101\\b']", "mention: ['\\bweb101\\b', '14:00']", "SD0210")]
    [InlineData("lines.vi.yaml", "Để chị hỏi cả lớp", "Để chị hỏi bạn Khôi", "SD0215")]
    [InlineData("lines.en.yaml", "Let me ask the class", "Let me ask Mr Khôi", "SD0215")]
    [InlineData("lines.vi.yaml", "phòng {room}", "phòng {phong}", "SD0211")]
    [InlineData(
        "scenario.yaml",
        "expect: {pass: all, fired: [ha-turns-off",
        "expect: {fail: [G8], fired: [ha-turns-off",
        "SD0303"
    )]
    [InlineData("golden/pool.yaml", "table: requests", "table: traces", "SD0301")]
    [InlineData("golden/pool.yaml", "- {close: now}", "- {look: {system: base}}\n- {close: now}", "SD0302")]
    public void A_mistake_is_named_with_its_file_and_line(string file, string was, string becomes, string code)
    {
        using var copy = new Copy("02-slow-lms");
        copy.Change(file, was, becomes);

        var found = copy.Diagnosed();

        var named = Assert.Single(found.Where(d => d.Code == code).Take(1));
        Assert.True(named.Place.Line > 0);
        Assert.All(found, d => Assert.Contains(DiagnosticCodes.All, known => known.Code == d.Code));
        Assert.EndsWith(".", named.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rubric.yaml", "id: 02-2\n", "id: 02-1\n", "2 of the rubric have the name 02-1.")]
    [InlineData("rubric.yaml", "weight: 2", "weight: -3", "'weight' must be 1 or more, and is -3.")]
    [InlineData(
        "golden/pool.yaml",
        "asks: [ask-works]",
        "asks: [ask-wrks]",
        "'asks' knows no 'ask-wrks'. It may be one of "
    )]
    public void A_mistake_is_told_in_words_where_it_stands(string file, string was, string becomes, string says)
    {
        using var copy = new Copy("02-slow-lms");
        copy.Change(file, was, becomes);

        var found = copy.Diagnosed();

        Assert.Contains(
            found,
            d =>
                d.Place.File.EndsWith(Path.GetFileName(file), StringComparison.Ordinal)
                && d.Message.Contains(says, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(found, d => d.Message.EndsWith("..", StringComparison.Ordinal));
        Assert.DoesNotContain(found, d => d.Message.Contains("NotMet", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a: [1, 2")]
    [InlineData("a: 1\n---\nb: 2\n")]
    [InlineData("a: &x [*x]\n")]
    [InlineData("")]
    public void What_is_no_single_document_is_reported_and_nothing_else_happens(string text)
    {
        var found = new List<Diagnostic>();

        Assert.Null(Yaml.Read("x.yaml", text, found));
        Assert.Equal("SD0001", Assert.Single(found).Code);
    }

    [Fact]
    public void A_rule_without_end_is_named_where_it_stands_and_no_run_is_blamed_for_it()
    {
        using var copy = new Copy("02-slow-lms");
        copy.Change(
            "scenario.yaml",
            "  - id: dev-tells",
            "  - id: echo\n    when: fix.live\n    repeat: always\n    then: [{emit: fix.live}]\n  - id: dev-tells"
        );

        var found = copy.Diagnosed();

        Assert.Equal(copy.LineOf("scenario.yaml", "  - id: echo"), found.Single(d => d.Code == "SD0304").Place.Line);
        Assert.DoesNotContain(
            found,
            d => d.Code == "SD0301" && d.Message.Contains("pool.yaml", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(81)]
    [InlineData(200)]
    public void A_tab_is_told_where_it_stands(int line)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Folder, "scenarios/02-slow-lms/scenario.yaml"));
        lines[line - 1] = "\t" + lines[line - 1];
        var found = new List<Diagnostic>();

        Assert.Null(Yaml.Read("scenario.yaml", string.Join('\n', lines), found));

        Assert.Equal(line, Assert.Single(found).Place.Line);
    }

    [Fact]
    public void Aliases_that_grow_without_end_are_refused_where_they_grow()
    {
        var text = "x1: &x1 [a, a, a, a, a, a, a, a, a]\n";
        for (var n = 2; n < 20; n++)
            text += $"x{n}: &x{n} [{string.Join(", ", Enumerable.Repeat($"*x{n - 1}", 9))}]\n";
        var found = new List<Diagnostic>();

        Assert.Null(Yaml.Read("x.yaml", text, found));
        var only = Assert.Single(found);
        Assert.Equal("SD0001", only.Code);
        Assert.Contains("too many parts", only.Message, StringComparison.Ordinal);
    }

    /// <summary>A shipped scenario in a folder of its own, to be spoilt.</summary>
    sealed class Copy : IDisposable
    {
        readonly string folder = Directory.CreateTempSubdirectory("scenario-").FullName;

        public Copy(string name)
        {
            var source = Path.Combine(Repository.Folder, "scenarios", name);
            foreach (var file in Directory.EnumerateFiles(source, "*.yaml", SearchOption.AllDirectories))
            {
                var target = Path.Combine(folder, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        public void Change(string file, string was, string becomes)
        {
            var path = Path.Combine(folder, file);
            var text = File.ReadAllText(path);
            Assert.Contains(was, text, StringComparison.Ordinal);
            var at = text.IndexOf(was, StringComparison.Ordinal);
            File.WriteAllText(path, text[..at] + becomes + text[(at + was.Length)..]);
        }

        public int LineOf(string file, string text) =>
            Array.FindIndex(File.ReadAllLines(Path.Combine(folder, file)), l => l == text) + 1;

        public IReadOnlyList<Diagnostic> Diagnosed()
        {
            var found = new List<Diagnostic>();
            if (ScenarioFolder.Read(folder, found) is not { } manuscript || found.Count > 0)
                return found;
            var (scenario, wrong) = Linter.Lint(manuscript);
            return wrong.Count > 0 ? wrong : Linter.Rehearse(scenario!, manuscript);
        }

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}
