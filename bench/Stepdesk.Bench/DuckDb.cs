using DuckDB.NET.Data;

namespace Stepdesk.Bench;

static partial class KqlSpeed
{
    static partial void AddOthers(ManyRequests data, List<IAnswers> all) => all.Add(new Duck(data));

    sealed class Duck : IAnswers
    {
        static readonly string[] Questions =
        [
            "select time_bucket(interval '5 minutes', timestamp) t, quantile_disc(duration, 0.5), quantile_disc(duration, 0.95) from requests group by t",
            "select name, resultCode, count(*) from requests where success = 'False' group by all",
            "select type, count(*) from requests join exceptions using (operation_Id) group by type",
            $"select * from requests where operation_Id = '{ManyRequests.OperationText(4711)}'",
            "select count(*) from requests where url ilike '%assignment%' and resultCode like '5%'",
            "select json_extract_string(customDimensions, '$.ClassCode') c, count(distinct user_AuthenticatedId) from requests group by c",
        ];

        readonly DuckDBConnection connection = new("DataSource=:memory:");

        public Duck(ManyRequests data)
        {
            connection.Open();
            Run(
                "create table requests (timestamp timestamp, name varchar, success varchar, resultCode varchar, duration double, url varchar, operation_Id varchar, user_AuthenticatedId varchar, customDimensions json)"
            );
            Run("create table exceptions (operation_Id varchar, type varchar)");
            using (var appender = connection.CreateAppender("requests"))
                for (var i = 0; i < data.Timestamps.Length; i++)
                    appender
                        .CreateRow()
                        .AppendValue(new DateTime(data.Timestamps[i], DateTimeKind.Utc))
                        .AppendValue(data.Names[i])
                        .AppendValue(data.Success[i])
                        .AppendValue(data.Codes[i])
                        .AppendValue(data.Durations[i])
                        .AppendValue(data.Urls[i])
                        .AppendValue(ManyRequests.Text(data.Operations[i]))
                        .AppendValue(data.Users[i])
                        .AppendValue(data.Dimensions[i])
                        .EndRow();
            using (var appender = connection.CreateAppender("exceptions"))
                for (var i = 0; i < data.Exceptions.Length; i++)
                    appender
                        .CreateRow()
                        .AppendValue(ManyRequests.Text(data.Exceptions[i]))
                        .AppendValue(data.Types[i])
                        .EndRow();
        }

        public string Name => "DuckDB";

        public double Answer(int question)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Questions[question];
            using var reader = command.ExecuteReader();
            var sum = 0.0;
            while (reader.Read())
            {
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
                sum += question == 3 ? 1 : Convert.ToDouble(values[^1], null);
            }
            return sum;
        }

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        public void Dispose() => connection.Dispose();
    }
}
