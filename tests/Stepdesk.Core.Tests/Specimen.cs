using System.Reflection;
using Stepdesk.Core.History;

namespace Stepdesk.Core.Tests;

/// <summary>One of every event, with every property filled, made by looking at its type.</summary>
static class Specimen
{
    public static IEnumerable<Type> EventTypes =>
        typeof(Event).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(Event)));

    public static Event Of(Type type) => (Event)Made(type, type.Name);

    static object Made(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return $"{name}: Đăng nhập";
        if (type == typeof(int) || type == typeof(long))
            return Convert.ChangeType(17, type, System.Globalization.CultureInfo.InvariantCulture);
        if (type == typeof(bool))
            return true;
        if (type == typeof(DateTimeOffset))
            return Story.Nine;
        if (type == typeof(TimeSpan))
            return TimeSpan.FromMinutes(17);
        if (type == typeof(DateOnly))
            return new DateOnly(2026, 3, 2);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(1)!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var list = Array.CreateInstance(type.GetGenericArguments()[0], 1);
            list.SetValue(Made(type.GetGenericArguments()[0], name), 0);
            return list;
        }
        return Record(type);
    }

    static object Record(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Made(p.ParameterType, p.Name!))]);
        foreach (var property in Stored(type).Where(p => !constructor.GetParameters().Any(q => q.Name == p.Name)))
            property.SetValue(made, Made(property.PropertyType, property.Name));
        return made;
    }

    /// <summary>The properties that go into history.</summary>
    public static IEnumerable<PropertyInfo> Stored(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.SetMethod is not null);
}
