using System.Globalization;
using System.Security.Claims;
using Stepdesk.Core.People;

namespace Stepdesk.Web.Shared;

/// <summary>The signed-in person as the desk knows them. However they signed in, the claims are these two.</summary>
public static class Me
{
    public static IEnumerable<Claim> Claims(int person, Role role) =>
        [
            new(ClaimTypes.NameIdentifier, person.ToString(CultureInfo.InvariantCulture)),
            new(ClaimTypes.Role, role.ToString()),
        ];

    /// <summary>Null when nobody is signed in.</summary>
    public static Actor? Of(ClaimsPrincipal user) =>
        int.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
        && Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
        && role is not Role.System
            ? Actor.Person(id, role)
            : null;
}
