namespace Stepdesk.Core.Words;

public enum Language
{
    En,
    Vi,
}
