using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Stepdesk.Core.Service;

namespace Stepdesk.Web.Api;

/// <summary>What the OpenAPI document says beyond what the endpoints say themselves.</summary>
static class Describe
{
    const string Token = "token";

    /// <summary>Names the problems an endpoint may answer with; signing in may always fail.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in (int[])[StatusCodes.Status401Unauthorized, .. statuses])
            endpoint.ProducesProblem(status);
        return endpoint;
    }

    public static void Configure(OpenApiOptions options)
    {
        // Forms and files of the pages are no part of the contract.
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) is true;
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new()
                {
                    Title = "Stepdesk",
                    Version = "v1",
                    Description =
                        "A helpdesk that takes every ticket through seven steps. Sign in with 'Authorization: Bearer sd_…'. Whatever is refused is answered with problem details: 'code' says which rule, 'detail' what to do, in the language of Accept-Language (en, vi). Names are camelCase, words snake_case, instants ISO 8601 with an offset.",
                };
                // Where it is served is for the reader of the document to know.
                document.Servers = [];
                document.Components ??= new();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    [Token] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.Http,
                        Scheme = "bearer",
                        Description = "An API token.",
                    },
                };
                document.Security = [new() { [new OpenApiSecuritySchemeReference(Token, document)] = [] }];
                return Task.CompletedTask;
            }
        );
        options.AddSchemaTransformer(
            (schema, context, _) =>
            {
                Complete(schema, context.JsonTypeInfo.Type, context.JsonTypeInfo.ElementType);
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(
            (operation, context, _) =>
            {
                operation.Parameters ??= [];
                if (
                    context.Description.HttpMethod is not "GET"
                    && context.Description.RelativePath?.Contains("/tickets", StringComparison.Ordinal) is true
                )
                {
                    operation.Parameters.Add(
                        Header(
                            Caller.KeyHeader,
                            "Names the request: sent again with the same key, it is answered again and not done again."
                        )
                    );
                    if (operation.Parameters.Any(p => p.Name == "id"))
                        operation.Parameters.Add(
                            Header("If-Match", "The ETag of the ticket as it was read; refused if it changed since.")
                        );
                }
                if (context.Description is { HttpMethod: "POST", RelativePath: "api/v1/broadcasts" })
                    operation.Parameters.Add(
                        Header(
                            Caller.KeyHeader,
                            "Names the request: sent again with the same key, it is answered again and nobody is told again."
                        )
                    );
                if (
                    context.Description.HttpMethod is "PUT" or "DELETE"
                    && context.Description.RelativePath?.Contains("/templates/", StringComparison.Ordinal) is true
                )
                    operation.Parameters.Add(
                        Header("If-Match", "The ETag of the template as it was read; refused if it changed since.")
                    );
                operation.Parameters.Add(Header("Accept-Language", "The language of words in the answer: en or vi."));
                return Task.CompletedTask;
            }
        );
    }

    // The framework cannot see what our own converters read and write.
    static void Complete(OpenApiSchema schema, Type type, Type? element)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(DateTimeOffset))
            schema.Type = plain == type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
        // One schema for a word wherever it stands: where it may be missing, whoever refers to it says so.
        if (plain.IsEnum)
            (schema.Type, schema.Enum) = (JsonSchemaType.String, WordsOf(plain));
        if (type == typeof(ProblemDetails))
            Complete(schema);
        if (plain == type && element is { IsEnum: true })
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = WordsOf(element) };
        if (plain == typeof(Affected))
            schema.OneOf =
            [
                new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The count, as reported." },
                new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string>(StringComparer.Ordinal) { "count" },
                    Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                    {
                        ["count"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                        ["source"] = new OpenApiSchema
                        {
                            Type = JsonSchemaType.String,
                            Enum = WordsOf(typeof(AffectedSource)),
                        },
                    },
                },
            ];
    }

    // What every refusal carries beyond the standard.
    static void Complete(OpenApiSchema problem)
    {
        problem.Properties ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        problem.Properties["code"] = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Description = "Which rule refused it; stable, for programs to go by.",
        };
        problem.Properties["traceId"] = new OpenApiSchema
        {
            Type = JsonSchemaType.String | JsonSchemaType.Null,
            Description = "Names the request in the log.",
        };
        problem.Properties["missing"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = new OpenApiSchema { Type = JsonSchemaType.String },
            Description = "The parts that are missing, where something is incomplete.",
        };
    }

    static List<JsonNode> WordsOf(Type words) =>
        [.. Enum.GetNames(words).Select(n => (JsonNode)JsonNamingPolicy.SnakeCaseLower.ConvertName(n))];

    static OpenApiParameter Header(string name, string description) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}
