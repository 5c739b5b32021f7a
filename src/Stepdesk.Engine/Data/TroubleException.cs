namespace Stepdesk.Engine.Data;

/// <summary>Something outside the program is not as it must be. The message says what, and what to do about it.</summary>
public sealed class TroubleException(string message, Exception? cause = null) : Exception(message, cause);
