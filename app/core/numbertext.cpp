// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/numbertext.h"

#include "app/core/folded.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace companion::numbertext {

using namespace Qt::StringLiterals;

namespace {

    constexpr int leastHead = 5; // digits before "x12"
    constexpr int leastHeadBeforeSign = 7; // digits before ",12" and "#12": those separate, too
    constexpr int leastWhole = 7; // digits of a number with an area code, or a local one
    constexpr int leastSeveral = 11; // "415-555-1212/13" names one whole number and another's end

    bool isAsciiDigit(QChar c)
    {
        return c >= u'0' && c <= u'9';
    }

    bool isAsciiLetter(QChar c)
    {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    }

    QChar keypadDigit(QChar letter)
    {
        static const QString keys = u"22233344455566677778889999"_s;
        return keys.at(letter.toLower().unicode() - u'a');
    }

    //! Lower case without diacritics and punctuation: "Número (oculto)" is "numero oculto".
    QString wordsOf(const QString& text)
    {
        QString out;
        const QString plain = folded(text);
        for (const QChar c : plain)
            if (c.isLetterOrNumber())
                out += c;
            else if (!c.isMark())
                out += u' ';
        return out.simplified();
    }

    //! Say by themselves that a caller is not known.
    const QSet<QString>& hidingWords()
    {
        static const QSet<QString> words{
            // English
            u"anonymous"_s, u"unknown"_s, u"private"_s, u"withheld"_s, u"restricted"_s,
            u"unavailable"_s, u"blocked"_s, u"hidden"_s, u"unidentified"_s, u"suppressed"_s,
            u"nocallerid"_s, u"unlisted"_s, u"secret"_s, u"asserted"_s, u"undisclosed"_s,
            // German, French, Dutch
            u"anonym"_s, u"unbekannt"_s, u"unbekannte"_s, u"unbekannter"_s, u"unterdruckt"_s,
            u"unterdruckte"_s, u"privat"_s, u"verborgen"_s, u"anonyme"_s, u"prive"_s, u"inconnu"_s,
            u"masque"_s, u"indisponible"_s, u"anoniem"_s, u"onbekend"_s, u"onbekende"_s,
            u"afgeschermd"_s, u"privenummer"_s, u"geheim"_s,
            // Spanish, Italian, Portuguese
            u"anonimo"_s, u"desconocido"_s, u"privado"_s, u"oculto"_s, u"restringido"_s,
            u"sconosciuto"_s, u"privato"_s, u"riservato"_s, u"nascosto"_s, u"desconhecido"_s,
            u"restrito"_s, u"confidencial"_s, u"indisponivel"_s,
            // Nordic, Polish, Czech, Turkish
            u"okand"_s, u"okant"_s, u"dolt"_s, u"skyddat"_s, u"ukendt"_s, u"ukjent"_s, u"skjult"_s,
            u"hemmelig"_s, u"hemmeligt"_s, u"tuntematon"_s, u"salainen"_s, u"nieznany"_s,
            u"prywatny"_s, u"zastrzezony"_s, u"anonimowy"_s, u"nezname"_s, u"skryte"_s,
            u"soukrome"_s, u"anonymni"_s, u"bilinmeyen"_s, u"gizli"_s,
            // Russian, Chinese, Japanese, Korean; й decomposes
            u"неизвестно"_s, u"неизвестный"_s, u"неизвестныи"_s, u"анонимный"_s, u"анонимныи"_s,
            u"аноним"_s, u"скрыт"_s, u"скрытый"_s, u"скрытыи"_s, u"匿名"_s, u"未知"_s,
            u"未知号码"_s, u"未知號碼"_s, u"私人号码"_s, u"隐藏号码"_s, u"非通知"_s,
            u"通知不可能"_s, u"不明"_s, u"표시제한"_s};
        return words;
    }

    //! Stand beside a hiding word, and after a "no".
    const QSet<QString>& fillingWords()
    {
        static const QSet<QString> words{
            u"number"_s,  u"num"_s,      u"caller"_s, u"callerid"_s,   u"call"_s,
            u"id"_s,      u"cli"_s,      u"clid"_s,   u"name"_s,       u"user"_s,
            u"party"_s,   u"by"_s,       u"no"_s,     u"not"_s,        u"is"_s,
            u"invalid"_s, u"nummer"_s,   u"ruf"_s,    u"rufnummer"_s,  u"anrufer"_s,
            u"numero"_s,  u"appel"_s,    u"cislo"_s,  u"chiamata"_s,   u"llamada"_s,
            u"chamada"_s, u"telefono"_s, u"numer"_s,  u"teilnehmer"_s, u"numara"_s,
            u"номер"_s,   u"nr"_s,       u"tel"_s,    u"beller"_s,     u"identite"_s};
        return words;
    }

    const QSet<QString>& hidingPhrases()
    {
        static const QSet<QString> phrases{u"no number"_s,
                                           u"no caller id"_s,
                                           u"no callerid"_s,
                                           u"no cli"_s,
                                           u"no clid"_s,
                                           u"no id"_s,
                                           u"not available"_s,
                                           u"number not available"_s,
                                           u"caller id not available"_s,
                                           u"out of area"_s,
                                           u"nicht verfugbar"_s,
                                           u"ohne rufnummer"_s,
                                           u"keine rufnummer"_s,
                                           u"keine nummer"_s,
                                           u"no disponible"_s,
                                           u"non disponibile"_s,
                                           u"non disponible"_s,
                                           u"nao identificado"_s,
                                           u"sin identificar"_s,
                                           u"n a"_s,
                                           u"null"_s,
                                           u"none"_s,
                                           u"coin line payphone"_s};
        return phrases;
    }

    const QRegularExpression& suffixPattern()
    {
        // Of the pause letters only those right between digits: "…1212p12", "…1212w12".
        static const QRegularExpression pattern(
            u"(?:"
            "(?<word>;\\s*ext(?:ension)?\\s*=|;\\s*postd\\s*=\\s*[pw]*|(?<!\\p{L})"
            "(?:extension|extensión|exten|extn|ext|xtn|x|durchwahl|durchw|dw|poste|interno|int|"
            "wew|ramal|anexo|klapka|linka|toestel|anknytning|доб)(?!\\p{L})|(?<=\\d)[pw]+(?=\\d))"
            "|(?<sign>[,;#]+)"
            ")\\s*[.:=]?\\s*#?\\s*(?<digits>\\d{1,8})(?!\\d)"_s,
            QRegularExpression::CaseInsensitiveOption);
        return pattern;
    }

} // namespace

QString plain(const QString& text)
{
    const bool isAscii =
        std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u' ' && c <= u'~'; });
    if (isAscii)
        return text.trimmed();
    // Compatibility forms: full-width, mathematical and raised digits, full-width brackets.
    const QString compatible = text.normalized(QString::NormalizationForm_KC);
    QString out;
    out.reserve(compatible.size());
    for (const QChar c : compatible) {
        const auto category = c.category();
        if (c.isDigit())
            out += QChar(u'0' + c.digitValue());
        else if (c.isSpace())
            out += u' ';
        else if (category == QChar::Punctuation_Dash || c == u'\u2212' || c == u'\u30FC')
            out += u'-';
        else if (c == u'\u00B7' || c == u'\u2024')
            out += u'.';
        else if (category != QChar::Other_Format && category != QChar::Other_Control
                 && category != QChar::Mark_Enclosing && (c < u'\uFE00' || c > u'\uFE0F'))
            out += c;
    }
    return out.trimmed();
}

QString digitsOf(const QString& text)
{
    QString digits;
    digits.reserve(text.size());
    for (const QChar c : text)
        if (isAsciiDigit(c))
            digits += c;
    return digits;
}

bool repeatsNumber(const QString& name, const QString& number)
{
    constexpr int fewestDigits = 5;
    const QString said = digitsOf(plain(name));
    const QString known = digitsOf(plain(number));
    return std::min(said.size(), known.size()) >= fewestDigits
        && (known.endsWith(said) || said.endsWith(known));
}

int countDigits(const QString& text)
{
    return static_cast<int>(std::count_if(text.cbegin(), text.cend(), isAsciiDigit));
}

bool hasPlus(const QString& text)
{
    for (const QChar c : text)
        if (c == u'+' || isAsciiDigit(c))
            return c == u'+';
    return false;
}

bool isWithheld(const QString& text)
{
    QString word = text;
    if (const auto at = word.indexOf(u'@'); at > 0)
        word.truncate(at); // anonymous@anonymous.invalid, RFC 3323
    const QString digits = digitsOf(word);
    if (!digits.isEmpty()) // zeros instead of a number; anything else with digits is one
        return digits.size() >= 5 && digits.count(u'0') == digits.size()
            && std::none_of(word.cbegin(), word.cend(), [](QChar c) { return c.isLetter(); });
    word = wordsOf(word);
    if (word.isEmpty())
        return false;
    if (hidingPhrases().contains(word))
        return true;
    const auto words = word.split(u' ');
    bool isHiding = false;
    for (const auto& one : words) {
        if (hidingWords().contains(one))
            isHiding = true;
        else if (!fillingWords().contains(one))
            return false;
    }
    return isHiding;
}

bool isMasked(const QString& text)
{
    static const QRegularExpression run(u"[*xX•●▪#]{2}"_s);
    static const QRegularExpression brazilianCarrier(u"^\\D*0xx ?\\(?\\d\\d"_s,
                                                     QRegularExpression::CaseInsensitiveOption);
    if (isFeatureCode(text) || brazilianCarrier.match(text).hasMatch())
        return false;
    return text.contains(run) || (text.endsWith(u'*') && countDigits(text) >= leastHead);
}

bool isFeatureCode(const QString& text)
{
    static const QRegularExpression code(
        u"^[*#]{1,2}\\d{1,4}(?:[*#]\\+?\\d*)*$|^[*#]\\d{5,20}#?$"_s);
    return code.match(text).hasMatch();
}

Parts split(const QString& text)
{
    auto found = suffixPattern().globalMatch(text);
    while (found.hasNext()) {
        const auto match = found.next();
        const QString head = text.left(match.capturedStart());
        const QString digits = match.captured(u"digits"_s);
        const bool isSign = match.capturedStart(u"sign"_s) >= 0;
        const int least = isSign ? leastHeadBeforeSign : leastHead;
        // A long tail behind a comma is a second number.
        const bool isSecond = isSign && digits.size() >= leastWhole;
        if (countDigits(head) >= least && !isSecond)
            return {head.trimmed(), digits};
    }
    return {text};
}

QString withContext(const QString& text)
{
    static const QRegularExpression context(u";\\s*phone-context=(\\+[\\d.() -]+)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const auto semicolon = text.indexOf(u';');
    if (semicolon < 0 || countDigits(text.left(semicolon)) == 0)
        return text;
    const auto match = context.match(text);
    const QString number = text.left(semicolon);
    if (match.hasMatch() && !hasPlus(number))
        return match.captured(1) + number;
    return text.contains(u'=') ? number : text;
}

Spoken withoutLetters(const QString& text)
{
    const auto isStart = [](QChar c) {
        return isAsciiDigit(c) || c == u'+';
    };
    const auto first = std::find_if(text.cbegin(), text.cend(), isStart) - text.cbegin();
    const QString tail = text.mid(first); // a word in front is never part of the number
    const auto isWordLetter = [](QChar c) {
        return c.isLetter();
    };
    const auto all = static_cast<int>(std::count_if(text.cbegin(), text.cend(), isWordLetter));
    if (all == 0)
        return {text};
    const QString digits = digitsOf(tail);
    const auto letters = std::count_if(tail.cbegin(), tail.cend(), isAsciiLetter);
    const auto whole = digits.size() + letters;
    const bool isShortEnough = digits.size() < leastWhole
        || (digits.size() == leastWhole && digits.startsWith(u'1') && whole == 11);
    Spoken spoken;
    spoken.isVanity =
        letters >= 3 && !digits.isEmpty() && isShortEnough && whole >= 6 && whole <= 15;
    for (const QChar c : tail)
        if (!c.isLetter())
            spoken.text += c;
        else if (spoken.isVanity && isAsciiLetter(c))
            spoken.text += keypadDigit(c);
        else
            spoken.text += u' ';
    spoken.droppedLetters = spoken.isVanity ? all - static_cast<int>(letters) : all;
    return spoken;
}

QStringList severalIn(const QString& text)
{
    static const QRegularExpression sure(
        u"\\s*(?:[|;,&]|(?<!\\p{L})(?:or|and|oder|und|ou|et|o|y|e)(?!\\p{L}))\\s*"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression slash(u"\\s*/\\s*"_s); // "030/123456" is one number
    if (countDigits(text) < leastSeveral)
        return {};
    for (const auto* separator : {&sure, &slash}) {
        QStringList numbers;
        const auto pieces = text.split(*separator, Qt::SkipEmptyParts);
        for (const auto& piece : pieces)
            if (countDigits(piece) >= leastWhole)
                numbers.append(piece);
        if (pieces.size() > 1 && !numbers.isEmpty())
            return numbers;
    }
    return {};
}

} // namespace companion::numbertext
