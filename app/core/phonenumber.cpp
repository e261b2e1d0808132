// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/phonenumber.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>
#include <phonenumbers/phonenumberutil.h>
#include <phonenumbers/shortnumberinfo.h>
#include <string>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    namespace lib = i18n::phonenumbers;

    constexpr qsizetype maxLength =
        80; // longer than any number with an extension; CRM fields hold 40
    constexpr int minMatchDigits = 7; // shorter numbers must be equal as they are

    lib::PhoneNumberUtil& library()
    {
        return *lib::PhoneNumberUtil::GetInstance();
    }

    //! ASCII digits for every Unicode decimal digit (full-width, Arabic-Indic, …), other characters
    //! kept.
    QString withAsciiDigits(const QString& text)
    {
        QString out;
        out.reserve(text.size());
        for (const QChar c : text) {
            if (c.isDigit())
                out += QChar(u'0' + c.digitValue());
            else if (c == u'\uFF0B')
                out += u'+';
            else if (c.unicode() != 0x200E && c.unicode() != 0x200F
                     && (c.unicode() < 0x202A || c.unicode() > 0x202E)
                     && (c.unicode() < 0x2066 || c.unicode() > 0x2069) && c.unicode() != 0xFEFF)
                out += c; // direction marks come along when numbers are copied from pages
        }
        return out;
    }

    QString digitsOf(const QString& text)
    {
        QString digits;
        for (const QChar c : text)
            if (c >= u'0' && c <= u'9')
                digits += c;
        return digits;
    }

    //! Words that PBXs send instead of a number that was withheld.
    bool isWithheldWord(const QString& text)
    {
        static const QSet<QString> words{
            u"anonymous"_s,      u"unknown"_s,           u"private"_s,         u"withheld"_s,
            u"restricted"_s,     u"unavailable"_s,       u"blocked"_s,         u"hidden"_s,
            u"no number"_s,      u"no caller id"_s,      u"number withheld"_s, u"private number"_s,
            u"unknown caller"_s, u"caller id blocked"_s, u"anonym"_s,          u"anonyme"_s,
            u"anonimo"_s,        u"anónimo"_s,           u"unbekannt"_s,       u"unterdrückt"_s,
            u"privé"_s,          u"inconnu"_s,           u"privado"_s,         u"desconocido"_s,
            u"sconosciuto"_s,    u"onbekend"_s,          u"prive"_s,           u"asserted"_s,
            u"not available"_s,
        };
        QString word = text.trimmed().toLower();
        if (word.startsWith(u'<') && word.endsWith(u'>'))
            word = word.mid(1, word.size() - 2);
        if (const auto at = word.indexOf(u'@'); at > 0)
            word = word.left(at); // anonymous@anonymous.invalid, RFC 3323
        return words.contains(word);
    }

    bool isMasked(const QString& text)
    {
        const auto stars = text.count(u'*');
        const auto crosses = std::count_if(text.cbegin(), text.cend(),
                                           [](QChar c) { return c == u'x' || c == u'X'; });
        if (stars >= 2)
            return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); })
                || stars == text.size();
        return crosses >= 2 && text.contains("xx"_L1, Qt::CaseInsensitive);
    }

    //! Number and extension apart: "x12", "ext. 12", ";ext=12", ",12", "#12" behind the number.
    std::pair<QString, QString> splitSuffix(const QString& text)
    {
        static const QStringList marks{u";ext="_s, u";extension="_s, u"extension"_s, u"extn"_s,
                                       u"ext."_s,  u"ext"_s,         u"durchwahl"_s, u"poste"_s,
                                       u"x."_s,    u"x"_s,           u"#"_s,         u","_s,
                                       u";"_s};
        for (const auto& mark : marks) {
            const auto at = text.indexOf(mark, 1, Qt::CaseInsensitive);
            if (at < 0)
                continue;
            const QString head = text.left(at);
            const QString tail = text.mid(at + mark.size());
            const QString digits = digitsOf(tail);
            if (digitsOf(head).size() < 3)
                continue;
            if (mark == "x"_L1 || mark == ","_L1 || mark == "#"_L1 || mark == ";"_L1) {
                const QString rest = tail.trimmed();
                if (!rest.isEmpty() && !rest.front().isDigit() && rest.front() != u','
                    && rest.front() != u'.' && mark != ";"_L1)
                    continue; // a letter of a vanity number, not an extension
            }
            if (digits.size() <= 8)
                return {head, digits};
        }
        return {text, {}};
    }

    //! Letters on the keypad, for 1-800-FLOWERS.
    QString withoutLetters(const QString& text)
    {
        static const QString keys = u"22233344455566677778889999"_s;
        QString out;
        for (const QChar c : text) {
            const QChar lower = c.toLower();
            if (lower >= u'a' && lower <= u'z')
                out += keys.at(lower.unicode() - u'a');
            else
                out += c;
        }
        return out;
    }

    std::optional<lib::PhoneNumber> parsed(const QString& text, const QString& region)
    {
        lib::PhoneNumber number;
        const auto outcome = library().Parse(text.toStdString(), region.toStdString(), &number);
        if (outcome != lib::PhoneNumberUtil::NO_PARSING_ERROR)
            return {};
        return number;
    }

    bool isValid(const std::optional<lib::PhoneNumber>& number)
    {
        return number && library().IsValidNumber(*number);
    }

    //! The ways in which a site presents a number, most likely first; the first valid one is it.
    std::optional<lib::PhoneNumber> resolve(const QString& text, const NumberRules& rules)
    {
        const QString digits = digitsOf(text);
        QStringList ways{text};
        if (!rules.outsidePrefix.isEmpty() && !text.startsWith(u'+')
            && digits.startsWith(rules.outsidePrefix))
            ways.append(digits.mid(rules.outsidePrefix.size()));
        if (digits.startsWith("00"_L1))
            ways.append(u'+' + digits.mid(2));
        if (!text.startsWith(u'+') && digits.size() >= 10)
            ways.append(u'+' + digits); // a missing plus
        if (!rules.areaCode.isEmpty() && digits.size() >= 5)
            ways.append(rules.areaCode + digits);
        std::optional<lib::PhoneNumber> possible;
        for (const auto& way : ways) {
            const auto number = parsed(way, rules.region);
            if (isValid(number))
                return number;
            if (!possible && number && library().IsPossibleNumber(*number)
                && (way.startsWith(u'+') || digits.size() >= 10))
                possible = number;
        }
        return possible;
    }

    QString formatted(const lib::PhoneNumber& number,
                      lib::PhoneNumberUtil::PhoneNumberFormat format)
    {
        std::string out;
        library().Format(number, format, &out);
        return QString::fromStdString(out);
    }

    std::optional<lib::PhoneNumber> fromE164(const QString& e164)
    {
        return parsed(e164, u"ZZ"_s);
    }

    bool isShortCode(const QString& digits, const NumberRules& rules)
    {
        static const lib::ShortNumberInfo info;
        return digits.size() <= 6
            && (info.ConnectsToEmergencyNumber(digits.toStdString(), rules.region.toStdString())
                || digits == "112"_L1 || digits == "911"_L1);
    }

} // namespace

PhoneNumber PhoneNumber::read(const QString& text, const NumberRules& rules)
{
    PhoneNumber number;
    number.m_input = text;
    QString plain = withAsciiDigits(text).trimmed().left(maxLength);
    for (const auto& scheme : {"sip:"_L1, "sips:"_L1, "tel:"_L1})
        if (plain.startsWith(scheme, Qt::CaseInsensitive))
            plain = plain.mid(scheme.size());
    number.m_display = plain;
    if (plain.isEmpty()) {
        number.m_explanation = u"no number"_s;
        return number;
    }
    if (isWithheldWord(plain)) {
        number.m_kind = Kind::Withheld;
        number.m_explanation = u"withheld by the caller: not looked up"_s;
        number.m_display.clear();
        return number;
    }
    if (const auto at = plain.indexOf(u'@'); at > 0)
        plain = plain.left(at);
    if (isMasked(plain)) {
        number.m_kind = Kind::Masked;
        number.m_explanation = u"masked by the PBX: not looked up"_s;
        return number;
    }
    const auto [head, suffix] = splitSuffix(plain);
    number.m_suffix = suffix;
    const QString spelled = withoutLetters(head);
    number.m_digits = digitsOf(spelled);
    if (number.m_digits.isEmpty()
        || digitsOf(head).size() * 2 < head.size() - head.count(u' ') - 12) {
        number.m_kind = Kind::Text;
        number.m_explanation = u"not a number"_s;
        return number;
    }
    const bool hasPlus = head.trimmed().startsWith(u'+');
    if (!hasPlus
        && (number.m_digits == rules.ownExtension || rules.ownNumbers.contains(number.m_digits))) {
        number.m_kind = Kind::Extension;
        number.m_explanation = u"the own extension: not looked up"_s;
        return number;
    }
    if (!hasPlus && isShortCode(number.m_digits, rules)) {
        number.m_kind = Kind::Short;
        number.m_explanation = u"an emergency or service number: not looked up"_s;
        return number;
    }
    if (!hasPlus && number.m_digits.size() >= rules.extensionMinDigits
        && number.m_digits.size() <= rules.extensionMaxDigits
        && number.m_digits == head.trimmed()) {
        number.m_kind = Kind::Extension;
        number.m_explanation =
            u"an extension of %1 digits: not looked up"_s.arg(number.m_digits.size());
        return number;
    }
    if (const auto resolved = resolve(spelled, rules)) {
        number.m_kind = Kind::International;
        number.m_e164 = formatted(*resolved, lib::PhoneNumberUtil::E164);
        std::string national;
        library().GetNationalSignificantNumber(*resolved, &national);
        number.m_national = QString::fromStdString(national);
        number.m_countryCode = QString::number(resolved->country_code());
        std::string region;
        library().GetRegionCodeForNumber(*resolved, &region);
        const bool isHome = QString::fromStdString(region) == rules.region;
        number.m_display = formatted(*resolved,
                                     isHome ? lib::PhoneNumberUtil::NATIONAL
                                            : lib::PhoneNumberUtil::INTERNATIONAL);
        if (!suffix.isEmpty())
            number.m_display += u" ext. "_s + suffix;
        number.m_explanation = u"%1 (country +%2, region %3)"_s.arg(
            number.m_e164, number.m_countryCode, QString::fromStdString(region));
        return number;
    }
    number.m_kind = number.m_digits.size() < 5 ? Kind::Short : Kind::National;
    number.m_national = number.m_digits;
    number.m_explanation = u"%1 digits without a country"_s.arg(number.m_digits.size());
    return number;
}

bool PhoneNumber::isLookupWorthy() const
{
    return m_kind == Kind::International || (m_kind == Kind::National && m_digits.size() >= 5);
}

bool PhoneNumber::isDialable() const
{
    switch (m_kind) {
    case Kind::Extension:
    case Kind::Short:
    case Kind::National:
    case Kind::International:
        return true;
    case Kind::Empty:
    case Kind::Withheld:
    case Kind::Masked:
    case Kind::Text:
        break;
    }
    return false;
}

QString PhoneNumber::key() const
{
    if (!isDialable())
        return {};
    return m_e164.isEmpty() ? m_digits : m_e164;
}

bool PhoneNumber::matches(const QString& stored, const NumberRules& rules) const
{
    if (!isLookupWorthy())
        return false;
    const auto other = PhoneNumber::read(stored, rules);
    if (!m_e164.isEmpty() && !other.m_e164.isEmpty())
        return m_e164 == other.m_e164;
    if (other.m_digits.isEmpty())
        return false;
    if (m_digits == other.m_digits)
        return true;
    // One of them has no country: the whole national number must be the end of the other.
    const QString& mine = m_national.isEmpty() ? m_digits : m_national;
    const QString& theirs = other.m_national.isEmpty() ? other.m_digits : other.m_national;
    const QString& shorter = mine.size() <= theirs.size() ? mine : theirs;
    if (shorter.size() < minMatchDigits)
        return false;
    const QString trunkless =
        other.m_digits.startsWith(u'0') ? other.m_digits.mid(1) : other.m_digits;
    return mine == theirs || mine == trunkless;
}

QStringList PhoneNumber::searchTerms() const
{
    if (m_e164.isEmpty())
        return {m_digits};
    QStringList terms{m_countryCode + m_national, m_national};
    if (m_countryCode != "1"_L1) {
        terms.append(u'0' + m_national); // national, with trunk prefix
        terms.append(m_countryCode + u'0' + m_national); // "+49 (0)30 …"
        terms.append("00"_L1 + m_countryCode + m_national);
    }
    if (!terms.contains(m_digits))
        terms.append(m_digits);
    terms.removeDuplicates();
    return terms;
}

namespace {

    void addNorthAmerican(QStringList& out, const QString& national)
    {
        const QString area = national.left(3);
        const QString office = national.mid(3, 3);
        const QString line = national.mid(6);
        for (const auto& pattern :
             {u"+1%1%2%3"_s, u"1%1%2%3"_s, u"%1%2%3"_s, u"(%1) %2-%3"_s, u"(%1)%2-%3"_s,
              u"%1-%2-%3"_s, u"%1.%2.%3"_s, u"%1 %2 %3"_s, u"+1 %1 %2 %3"_s, u"+1 (%1) %2-%3"_s,
              u"+1-%1-%2-%3"_s, u"+1 %1-%2-%3"_s, u"+1.%1.%2.%3"_s, u"1-%1-%2-%3"_s,
              u"1 (%1) %2-%3"_s, u"1.%1.%2.%3"_s, u"%1-%2%3"_s, u"(%1) %2 %3"_s})
            out.append(pattern.arg(area, office, line));
    }

} // namespace

QStringList PhoneNumber::spellings() const
{
    QStringList out{m_input.trimmed(), m_digits};
    if (m_e164.isEmpty()) {
        out.removeAll(QString());
        out.removeDuplicates();
        return out;
    }
    out += {m_e164, m_countryCode + m_national, "00"_L1 + m_countryCode + m_national};
    if (m_countryCode == "1"_L1 && m_national.size() == 10) {
        addNorthAmerican(out, m_national);
    } else if (const auto number = fromE164(m_e164)) {
        const QString national = formatted(*number, lib::PhoneNumberUtil::NATIONAL);
        const QString international = formatted(*number, lib::PhoneNumberUtil::INTERNATIONAL);
        const QString local = international.mid(m_countryCode.size() + 1).trimmed();
        out += {m_national, u'0' + m_national, national, international, local};
        out += {"00"_L1 + international.mid(1),
                u'+' + m_countryCode + u' ' + m_national,
                u'+' + m_countryCode + u"(0)"_s + m_national,
                u'+' + m_countryCode + u" (0)"_s + m_national,
                u'+' + m_countryCode + u" (0)"_s + local,
                u'+' + m_countryCode + u" (0) "_s + local};
        for (const auto& shape : {national, international}) {
            QString dashed = shape;
            QString dotted = shape;
            QString slashed = shape;
            out += {dashed.replace(u' ', u'-'), dotted.replace(u' ', u'.')};
            if (const auto first = slashed.indexOf(u' '); first > 0)
                out.append(slashed.replace(first, 1, u"/"_s).remove(u' '));
            out.append(QString(shape).remove(u' ').remove(u'-'));
        }
    }
    out.removeAll(QString());
    out.removeDuplicates();
    return out.mid(0, 40);
}

QString dialString(const PhoneNumber& number, const NumberRules& rules)
{
    switch (number.kind()) {
    case PhoneNumber::Kind::Extension:
    case PhoneNumber::Kind::Short:
        return number.digits();
    case PhoneNumber::Kind::National:
    case PhoneNumber::Kind::International:
        break;
    case PhoneNumber::Kind::Empty:
    case PhoneNumber::Kind::Withheld:
    case PhoneNumber::Kind::Masked:
    case PhoneNumber::Kind::Text:
        return {};
    }
    // What was written goes to the PBX as it is, cleaned: its dial plan knows the site's ways best.
    QString digits = number.digits();
    const bool isInternational =
        number.input().trimmed().contains(u'+') && !number.e164().isEmpty();
    if (isInternational) {
        if (rules.outsidePrefix.isEmpty())
            return number.e164();
        const bool isNanp = rules.region == "US"_L1 || rules.region == "CA"_L1;
        if (isNanp && number.countryCode() == "1"_L1)
            return rules.outsidePrefix + u'1' + number.national();
        return rules.outsidePrefix + (isNanp ? u"011"_s : u"00"_s) + number.e164().mid(1);
    }
    if (rules.outsidePrefix.isEmpty()
        || (!number.e164().isEmpty() && digits.startsWith(rules.outsidePrefix)
            && !PhoneNumber::read(digits.mid(rules.outsidePrefix.size()), rules).e164().isEmpty()
            && PhoneNumber::read(digits.mid(rules.outsidePrefix.size()), rules).e164()
                == number.e164()))
        return digits;
    return rules.outsidePrefix + digits;
}

} // namespace companion
