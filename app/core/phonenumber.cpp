// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/phonenumber.h"

#include "app/core/numberplan.h"
#include "app/core/numbertext.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace companion {

using namespace Qt::StringLiterals;
using namespace numbertext;

namespace {

    constexpr qsizetype minMatchDigits = 7; // shorter numbers must be equal as they are
    constexpr qsizetype minLookup = 5; // fewer digits are nobody's in the CRM
    constexpr qsizetype lineEndDigits = 6;
    constexpr qsizetype lineEndDigitsOfRivals = 4; // may be shorter than the number itself
    constexpr int maxExcess = 3; // letters
    constexpr qsizetype maxStored = 80;
    constexpr qsizetype maxTerms = 12;
    constexpr qsizetype maxSpellings = 40;

    //! Whether \p front can stand before a national number: a trunk or outside prefix, the
    //! country's code with or without an access code.
    bool isDialledInFront(const QString& front, const QString& countryCode,
                          const NumberRules& rules)
    {
        static const QSet<QString> trunks{QString(), u"0"_s, u"1"_s, u"8"_s, u"06"_s, u"01"_s};
        static const QStringList access{u"00"_s,  u"011"_s, u"0011"_s,
                                        u"010"_s, u"810"_s, QString()};
        QStringList fronts{front};
        if (!rules.outsidePrefix.isEmpty() && front.startsWith(rules.outsidePrefix))
            fronts.append(front.mid(rules.outsidePrefix.size()));
        for (const auto& one : std::as_const(fronts)) {
            if (trunks.contains(one))
                return true;
            for (const auto& code : access)
                if (!countryCode.isEmpty() && one.startsWith(code + countryCode)
                    && trunks.contains(one.mid(code.size() + countryCode.size())))
                    return true;
        }
        return false;
    }

    //! "(415) 555-1212": nobody outside North America writes so, whatever the site's region.
    bool isNorthAmericanShape(const QString& text)
    {
        static const QRegularExpression shape(
            u"^(?:\\([2-9]\\d\\d\\) ?|[2-9]\\d\\d([-.]))\\d{3}[-.]\\d{4}$"_s);
        return shape.match(split(plain(text)).number).hasMatch();
    }

} // namespace

bool PhoneNumber::isLookupWorthy() const
{
    return m_kind == Kind::International
        || (m_kind == Kind::National && m_digits.size() >= minLookup);
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

QString PhoneNumber::line() const
{
    if (m_countryCode == "54"_L1 && m_national.size() == 11 && m_national.startsWith(u'9'))
        return u"+54"_s + m_national.mid(1); // the same line, as dialled from within Argentina
    return m_e164.isEmpty() ? m_digits : m_e164;
}

QString PhoneNumber::key() const
{
    return isDialable() ? line() : QString();
}

bool PhoneNumber::matches(const QString& stored, const NumberRules& rules) const
{
    if (!isLookupWorthy() || stored.isEmpty())
        return false;
    // Most stored numbers are others': those are told by their digits alone.
    const QString text = plain(stored.left(maxStored));
    const QString end = lineEnd();
    if (!digitsOf(text).contains(end) && !digitsOf(withoutLetters(text).text).contains(end))
        return false;
    if (text == m_e164)
        return true;
    const auto is = [this, &rules](const QString& one) {
        return isSameLine(readStored(one, rules), rules)
            || (m_countryCode == "1"_L1 && isNorthAmericanShape(one)
                && digitsOf(split(one).number) == m_national);
    };
    if (is(text))
        return true;
    const auto several = severalIn(text);
    return std::any_of(several.cbegin(), several.cend(), is);
}

bool PhoneNumber::isSameLine(const PhoneNumber& stored, const NumberRules& rules) const
{
    if (stored.m_kind != Kind::International && stored.m_kind != Kind::National)
        return false;
    if (!m_e164.isEmpty() && !stored.m_e164.isEmpty()) {
        if (line() == stored.line() || m_rivals.contains(stored.m_e164)
            || stored.m_rivals.contains(m_e164))
            return true;
        if (m_isCertain && stored.m_isCertain)
            return false;
    }
    if (m_digits == stored.m_digits)
        return true;
    if (m_isCertain == stored.m_isCertain)
        return !m_isCertain && m_national == stored.m_national
            && m_national.size() >= minMatchDigits;
    // One has no country of its own: it must be the other's whole national number.
    const auto& known = m_isCertain ? *this : stored;
    const auto& bare = m_isCertain ? stored : *this;
    if (known.m_national.size() < minMatchDigits || bare.m_way == Way::International
        || !bare.m_digits.endsWith(known.m_national))
        return false;
    const QString front = bare.m_digits.chopped(known.m_national.size());
    return isDialledInFront(front, known.m_countryCode, rules);
}

QString PhoneNumber::lineEnd() const
{
    const auto length = m_rivals.isEmpty() ? lineEndDigits : lineEndDigitsOfRivals;
    return (m_national.isEmpty() ? m_digits : m_national).right(length);
}

QStringList PhoneNumber::digitsIn(const QString& stored)
{
    const QString text = plain(stored.left(maxStored));
    QStringList found;
    for (const auto& one : QStringList{text} + severalIn(text)) {
        const auto spoken = withoutLetters(split(one).number);
        const QString digits = digitsOf(spoken.text);
        // A vanity word may be longer than the number: 1-800-MATTRESS.
        for (int excess = 0; excess <= (spoken.isVanity ? maxExcess : 0); ++excess)
            found.append(digits.chopped(std::min<qsizetype>(excess, digits.size())));
    }
    found.removeAll(QString());
    found.removeDuplicates();
    return found;
}

//! National numbers under which old records may hold the line.
QStringList PhoneNumber::formerNationals() const
{
    const auto isMobileOf = [this](QLatin1StringView country, qsizetype at) {
        return m_countryCode == country && m_national.size() == 11 && m_national.at(at) == u'9';
    };
    if (isMobileOf("54"_L1, 0))
        return {m_national.mid(1)};
    if (isMobileOf("55"_L1, 2))
        return {m_national.left(2) + m_national.mid(3)};
    if (m_countryCode == "52"_L1 && m_national.size() == 10)
        return {u'1' + m_national};
    if (m_countryCode == "39"_L1 && m_national.startsWith(u'0'))
        return {m_national.mid(1)}; // a zero that belongs to the number, but is left out abroad
    return {};
}

QStringList PhoneNumber::searchTerms() const
{
    if (m_e164.isEmpty())
        return m_national == m_digits || m_national.isEmpty() ? QStringList{m_digits}
                                                              : QStringList{m_digits, m_national};
    QStringList terms{m_countryCode + m_national, m_national};
    if (m_countryCode != "1"_L1) {
        const QString atHome = digitsOf(numberplan::nationalFormat(m_e164)); // with trunk prefix
        terms += {atHome, u'0' + m_national};
        if (m_countryCode == "54"_L1) {
            // "(11) 15-…": the mobile 15 behind the area code, for the 9 that may be left out.
            const QString mobile = m_national.startsWith(u'9')
                ? atHome
                : digitsOf(numberplan::nationalFormat(u"+549"_s + m_national));
            terms.append(mobile.mid(1));
        }
        terms.append(m_countryCode + u'0' + m_national); // "+49 (0)30 …"
        terms.append("00"_L1 + m_countryCode + m_national);
    }
    for (const auto& former : formerNationals())
        terms += {m_countryCode + former, former};
    for (const auto& rival : m_rivals)
        terms += digitsOf(rival);
    terms.append(m_digits);
    terms.removeDuplicates();
    return terms.mid(0, maxTerms);
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

    void addInternational(QStringList& out, const PhoneNumber& number)
    {
        const QString plus = u'+' + number.countryCode();
        const QString national = numberplan::nationalFormat(number.e164());
        const QString international = numberplan::internationalFormat(number.e164());
        const QString local = international.mid(plus.size()).trimmed();
        out += {national, digitsOf(national), number.national(), international, local};
        out += {"00"_L1 + international.mid(1),
                plus + u' ' + number.national(),
                plus + u"(0)"_s + number.national(),
                plus + u" (0)"_s + number.national(),
                plus + u" (0)"_s + local,
                plus + u" (0) "_s + local};
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

} // namespace

namespace {

    //! The zero of the digits that people of this country may write; null where there is but one.
    QChar zeroOf(const QString& countryCode)
    {
        static const QSet<QString> wide{u"81"_s, u"82"_s, u"86"_s, u"852"_s, u"853"_s, u"886"_s};
        static const QSet<QString> arabic{u"20"_s,  u"249"_s, u"961"_s, u"962"_s, u"963"_s,
                                          u"964"_s, u"965"_s, u"966"_s, u"967"_s, u"968"_s,
                                          u"970"_s, u"971"_s, u"973"_s, u"974"_s};
        static const QSet<QString> persian{u"92"_s, u"93"_s, u"98"_s};
        if (wide.contains(countryCode))
            return u'\uFF10';
        if (arabic.contains(countryCode))
            return u'\u0660';
        return persian.contains(countryCode) ? QChar(u'\u06F0') : QChar();
    }

    QString withDigitsFrom(QChar zero, QString text)
    {
        for (QChar& c : text)
            if (c >= u'0' && c <= u'9')
                c = QChar(zero.unicode() + (c.unicode() - u'0'));
        return text;
    }

} // namespace

QStringList PhoneNumber::spellings() const
{
    QStringList out{m_input.trimmed(), m_digits};
    if (!m_e164.isEmpty()) {
        out += {m_e164, m_countryCode + m_national, "00"_L1 + m_countryCode + m_national};
        if (m_countryCode == "1"_L1 && m_national.size() == 10)
            addNorthAmerican(out, m_national);
        else
            addInternational(out, *this);
        for (const auto& former : formerNationals())
            out += {u'+' + m_countryCode + former, former};
        out += m_rivals;
    }
    if (const QChar zero = zeroOf(m_countryCode); !zero.isNull()) {
        const QString home = numberplan::nationalFormat(m_e164);
        QStringList own;
        for (const auto& one :
             {home, digitsOf(home), m_e164, numberplan::internationalFormat(m_e164)})
            own.append(withDigitsFrom(zero, one));
        out = out.mid(0, maxSpellings - own.size()) + own;
    }
    out.removeAll(QString());
    out.removeDuplicates();
    return out.mid(0, maxSpellings);
}

QString dialString(const PhoneNumber& number, const NumberRules& rules)
{
    switch (number.kind()) {
    case PhoneNumber::Kind::Extension:
        if (!number.e164().isEmpty())
            break; // a number of this site, but one for the outside line
        return number.digits();
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
    using Way = PhoneNumber::Way;
    const bool isInternational = number.m_way == Way::International && !number.e164().isEmpty();
    if (isInternational && rules.outsidePrefix.isEmpty())
        return number.e164();
    if (isInternational) {
        const QString dialled = numberplan::dialledFrom(rules.region, number.e164());
        // Countries with a choice of carriers have no access code of their own.
        return rules.outsidePrefix
            + (dialled.startsWith(u'+') ? u"00"_s + digitsOf(dialled) : digitsOf(dialled));
    }
    // What was written goes to the PBX as it is, cleaned: its dial plan knows the site's ways best.
    const bool hasPrefix = number.m_way == Way::OutsidePrefix;
    return hasPrefix ? number.digits() : rules.outsidePrefix + number.digits();
}

} // namespace companion
