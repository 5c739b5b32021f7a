namespace Stepdesk.Core.Words;

/// <summary>Which of the desk's languages somebody writes.</summary>
public static class Languages
{
    const int EnoughLetters = 20;

    /// <summary>Vietnamese by its letters, English by their absence; too little text says nothing.</summary>
    public static Language Guess(string text, Language otherwise) =>
        text.Any(IsVietnamese) ? Language.Vi
        : text.Count(char.IsAsciiLetter) >= EnoughLetters ? Language.En
        : otherwise;

    // Letters no other language with many writers has; é, à or õ would say nothing.
    static bool IsVietnamese(char letter) => letter is 'đ' or 'Đ' or 'ơ' or 'Ơ' or 'ư' or 'Ư' or (>= 'Ạ' and <= 'ỹ');
}
