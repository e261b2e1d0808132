// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a PhoneNumber is read.

#include "app/core/numberplan.h"
#include "app/core/numbertext.h"
#include "app/core/phonenumber.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace companion {

using namespace Qt::StringLiterals;
using namespace numbertext;

namespace {

    constexpr qsizetype maxLength = 80; // with an extension and words; CRM fields hold 40
    constexpr qsizetype minInternational = 9; // behind a plus that was left out
    constexpr qsizetype minWithAccess = 7; // behind 00, 011
    constexpr qsizetype minPossible = 10; // whole, although the plan does not know it
    constexpr qsizetype minLocal = 4; // without its area code
    constexpr qsizetype maxLocal = 8;
    constexpr qsizetype minLine = 5; // fewer digits are no line of their own
    constexpr int maxWords = 40; // letters around the digits

    bool isBare(const QString& text)
    {
        return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
            return (c >= u'0' && c <= u'9') || " -.()"_L1.contains(c);
        });
    }

    //! Without the zero that is only dialled within the country: "+44 (0)20 …".
    QString withoutBracketedZero(const QString& text)
    {
        static const QRegularExpression zero(u"\\(\\s*0\\s*\\)"_s);
        return QString(text).replace(zero, u" "_s);
    }

    //! What stands in `"Anna" <sip:1001@pbx>` before the @.
    QString withoutAddress(const QString& text)
    {
        QString rest = text;
        const auto open = rest.indexOf(u'<');
        const auto close = rest.lastIndexOf(u'>');
        if (open >= 0 && close > open)
            rest = rest.mid(open + 1, close - open - 1);
        for (const auto& scheme : {"sips:"_L1, "sip:"_L1, "tel:"_L1, "callto:"_L1})
            if (rest.startsWith(scheme, Qt::CaseInsensitive))
                rest = rest.mid(scheme.size());
        while (rest.startsWith(u'/'))
            rest.remove(0, 1);
        return rest.trimmed();
    }

    QString behind(const QString& prefix, const QString& digits)
    {
        return !prefix.isEmpty() && digits.startsWith(prefix) ? digits.mid(prefix.size())
                                                              : QString();
    }

    QString countryName(const QString& region)
    {
        const auto territory = QLocale::codeToTerritory(region);
        return territory == QLocale::AnyTerritory ? QString()
                                                  : QLocale::territoryToString(territory);
    }

} // namespace

struct PhoneNumber::Reader
{
    enum class Source { Presented, Stored };

    //! One guess at what the digits stand for.
    struct Guess
    {
        QString text;
        Way way = Way::AsWritten;
        bool isRival = false; //!< also tried when an earlier one was good
    };

    struct Reading
    {
        numberplan::Entry entry;
        Way way = Way::AsWritten;
        bool isCertain = true;
    };

    const NumberRules& rules;
    Source source = Source::Presented;

    [[nodiscard]] PhoneNumber read(const QString& text) const;
    void readLine(PhoneNumber& number, const QString& written, const Spoken& spoken) const;
    void takeFirstOfSeveral(PhoneNumber& number, const QString& written,
                            QList<Reading>& found) const;
    void readAsDigits(PhoneNumber& number, const QString& written) const;
    static void take(PhoneNumber& number, const QList<Reading>& found);
    [[nodiscard]] QList<Guess> guesses(const QString& text) const;
    [[nodiscard]] bool isLocal(const QString& digits) const;
    [[nodiscard]] std::optional<Guess> guessWithoutTrunk(const QString& digits) const;
    [[nodiscard]] QList<Guess> guessesBehindPrefixes(const QString& digits) const;
    [[nodiscard]] QList<Reading> readings(const Spoken& spoken) const;
    [[nodiscard]] QString internal(const QString& digits, const QString& written, Kind& kind) const;
    [[nodiscard]] bool isOwnNumber(const PhoneNumber& number) const;
    [[nodiscard]] QString sentence(const PhoneNumber& number, const Reading& reading) const;
};

//! The ways in which a site presents a number, most likely first.
QList<PhoneNumber::Reader::Guess> PhoneNumber::Reader::guesses(const QString& text) const
{
    const QString bare = withoutBracketedZero(text);
    const bool isBracketed = bare != text;
    if (hasPlus(text)) {
        QList<Guess> explicitly{{text, Way::International}};
        if (isBracketed)
            explicitly.append({bare, Way::International});
        return explicitly;
    }
    const QString digits = digitsOf(text);
    QList<Guess> ways;
    if (isBracketed && digits.startsWith("00"_L1))
        ways.append({u'+' + digitsOf(bare).mid(2), Way::International}); // 0049 (0)30 …
    if (const auto first = guessWithoutTrunk(digits))
        ways.append(*first);
    ways.append({text, Way::AsWritten, !ways.isEmpty()});
    ways += guessesBehindPrefixes(digits);
    if (isLocal(digits))
        ways.append({rules.areaCode + digits, Way::AreaCode});
    if (digits.size() >= minInternational)
        ways.append({u'+' + digits, Way::International});
    if (isBracketed)
        ways.append({bare, Way::AsWritten});
    return ways;
}

bool PhoneNumber::Reader::isLocal(const QString& digits) const
{
    return !rules.areaCode.isEmpty() && digits.size() >= minLocal && digits.size() <= maxLocal;
}

//! Where area codes are dialled behind a trunk prefix, a number without it is a local one, or
//! begins with the country's code and has lost its plus.
std::optional<PhoneNumber::Reader::Guess>
PhoneNumber::Reader::guessWithoutTrunk(const QString& digits) const
{
    const QString trunk = numberplan::trunkPrefix(rules.region);
    if (trunk.isEmpty() || trunk == "1"_L1 || digits.startsWith(trunk))
        return {};
    if (isLocal(digits))
        return Guess{rules.areaCode + digits, Way::AreaCode};
    const QString country = numberplan::countryCode(rules.region);
    if (digits.size() >= minInternational && !behind(country, digits).isEmpty())
        return Guess{u'+' + digits, Way::International};
    return {};
}

QList<PhoneNumber::Reader::Guess>
PhoneNumber::Reader::guessesBehindPrefixes(const QString& digits) const
{
    QList<Guess> ways;
    const QString outside = behind(rules.outsidePrefix, digits);
    if (!outside.isEmpty())
        ways.append({outside, Way::OutsidePrefix, true});
    if (isLocal(outside))
        ways.append({rules.areaCode + outside, Way::OutsidePrefix});
    for (const auto& number : {digits, outside})
        for (const auto& access : {u"00"_s, u"011"_s, u"0011"_s}) // other countries', too
            if (const QString rest = behind(access, number); rest.size() >= minWithAccess)
                ways.append({u'+' + rest, Way::International});
    return ways;
}

QList<PhoneNumber::Reader::Reading> PhoneNumber::Reader::readings(const Spoken& spoken) const
{
    QList<Reading> found;
    std::optional<Reading> possible;
    const bool isExplicit = hasPlus(spoken.text);
    const auto ways = guesses(spoken.text);
    for (const auto& guess : ways) {
        if (!found.isEmpty() && !guess.isRival)
            continue;
        auto entry = numberplan::find(guess.text, rules.region);
        if (spoken.isVanity && !(entry && entry->isValid))
            entry = numberplan::findWithoutExcess(guess.text, rules.region);
        if (!entry)
            continue;
        if (!entry->isValid)
            entry = numberplan::modern(*entry).value_or(*entry);
        const auto isSame = [&entry](const Reading& one) {
            return one.entry.e164() == entry->e164();
        };
        if (entry->isValid && std::none_of(found.cbegin(), found.cend(), isSame))
            found.append({*entry, guess.way});
        else if (!entry->isValid && !possible && entry->isPossible
                 && (isExplicit || countDigits(spoken.text) >= minPossible))
            possible = Reading{*entry, guess.way, isExplicit};
    }
    if (found.isEmpty() && possible)
        found.append(*possible);
    return found;
}

bool PhoneNumber::Reader::isOwnNumber(const PhoneNumber& number) const
{
    auto others = rules;
    others.ownNumbers.clear();
    return std::any_of(rules.ownNumbers.cbegin(), rules.ownNumbers.cend(), [&](const QString& own) {
        const auto mine = Reader{others, Source::Stored}.read(own);
        return mine.isDialable()
            && (mine.m_digits == number.m_digits || mine.line() == number.line());
    });
}

//! Why a number is none of the public network, and its kind; nothing when it is one.
QString PhoneNumber::Reader::internal(const QString& digits, const QString& written,
                                      Kind& kind) const
{
    if (hasPlus(written))
        return {};
    kind = Kind::Extension;
    if (digits == rules.ownExtension)
        return u"the own extension: not looked up"_s;
    const bool isExtension = isBare(written) && digits.size() >= rules.extensionMinDigits
        && digits.size() <= rules.extensionMaxDigits;
    const QString outside = behind(rules.outsidePrefix, digits);
    const bool isEmergency = numberplan::isEmergency(digits, rules.region)
        || (!outside.isEmpty() && numberplan::isEmergency(outside, rules.region));
    if (isExtension && !isEmergency)
        return u"an extension of %1 digits: not looked up"_s.arg(digits.size());
    kind = Kind::Short;
    if (isEmergency || numberplan::isServiceCode(digits, rules.region))
        return u"an emergency or service number: not looked up"_s;
    return digits.size() < minLine ? u"%1 digits: not looked up"_s.arg(digits.size()) : QString();
}

QString PhoneNumber::Reader::sentence(const PhoneNumber& number, const Reading& reading) const
{
    const QString country = countryName(reading.entry.region);
    QString text = u"%1 in %2 (country code +%3)"_s.arg(
        numberplan::internationalFormat(number.m_e164),
        country.isEmpty() ? u"no particular country"_s : country, number.m_countryCode);
    switch (reading.way) {
    case Way::AsWritten:
        text += u", read as people in %1 write it"_s.arg(countryName(rules.region));
        break;
    case Way::OutsidePrefix:
        text += u", the outside prefix %1 taken off"_s.arg(rules.outsidePrefix);
        break;
    case Way::AreaCode:
        text += u", the site's area code %1 added"_s.arg(rules.areaCode);
        break;
    case Way::International:
        break;
    }
    if (!number.m_suffix.isEmpty())
        text += u"; extension %1 behind it"_s.arg(number.m_suffix);
    if (!number.m_rivals.isEmpty())
        text += u"; it may also be %1"_s.arg(number.m_rivals.join(u" or "_s));
    if (!reading.entry.isValid)
        text += u"; no such number is known to be in use"_s;
    return text;
}

void PhoneNumber::Reader::readLine(PhoneNumber& number, const QString& written,
                                   const Spoken& spoken) const
{
    auto found = readings(spoken);
    if (found.isEmpty() || !found.constFirst().isCertain)
        takeFirstOfSeveral(number, written, found);
    if (found.isEmpty())
        readAsDigits(number, written);
    else
        take(number, found);
    if (source == Source::Stored)
        return;
    if (!found.isEmpty()) {
        const auto& best = found.constFirst();
        number.m_display = best.entry.region == rules.region
            ? numberplan::nationalFormat(number.m_e164)
            : numberplan::internationalFormat(number.m_e164);
        if (!number.m_suffix.isEmpty())
            number.m_display += u" ext. "_s + number.m_suffix;
        number.m_explanation = sentence(number, best);
    }
    if (isOwnNumber(number)) {
        number.m_kind = Kind::Extension;
        number.m_explanation = u"a number of this site: not looked up"_s;
    }
}

void PhoneNumber::Reader::takeFirstOfSeveral(PhoneNumber& number, const QString& written,
                                             QList<Reading>& found) const
{
    const auto several = severalIn(written);
    for (const auto& one : several) {
        const auto alone = withoutLetters(one);
        const auto first = readings(alone);
        if (first.isEmpty() || !first.constFirst().isCertain)
            continue;
        number.m_digits = digitsOf(alone.text);
        found = first;
        return;
    }
}

void PhoneNumber::Reader::readAsDigits(PhoneNumber& number, const QString& written) const
{
    const auto known = number.m_digits.size();
    const QString outside = behind(rules.outsidePrefix, number.m_digits);
    number.m_kind = Kind::National;
    number.m_way = hasPlus(written) ? Way::International : Way::AsWritten;
    number.m_national = outside.size() < minLine ? number.m_digits : outside;
    number.m_explanation =
        u"%1 digits without a country: compared with what is stored as they are"_s.arg(known);
    if (rules.areaCode.isEmpty() && known <= maxLocal)
        number.m_explanation += u" (the site's area code is not set)"_s;
}

void PhoneNumber::Reader::take(PhoneNumber& number, const QList<Reading>& found)
{
    const auto& best = found.constFirst();
    number.m_kind = Kind::International;
    number.m_way = best.way;
    number.m_isCertain = best.isCertain;
    number.m_e164 = best.entry.e164();
    number.m_national = best.entry.national;
    number.m_countryCode = best.entry.countryCode;
    for (qsizetype i = 1; i < found.size(); ++i)
        number.m_rivals.append(found.at(i).entry.e164());
}

PhoneNumber PhoneNumber::Reader::read(const QString& text) const
{
    PhoneNumber number;
    const auto is = [&number](Kind kind, const QString& why) {
        number.m_kind = kind;
        number.m_explanation = why;
        return number;
    };
    number.m_input = text;
    const QString whole = plain(text.left(maxLength));
    if (whole.isEmpty())
        return is(Kind::Empty, u"no number"_s);
    QString written = withoutAddress(whole);
    if (isWithheld(whole) || isWithheld(written))
        return is(Kind::Withheld, u"withheld by the caller: not looked up"_s);
    if (const auto at = written.indexOf(u'@'); at > 0)
        written.truncate(at);
    number.m_display = written;
    if (isFeatureCode(written)) {
        number.m_digits = written.remove(u'+');
        return is(Kind::Short, u"a code for the PBX: not looked up"_s);
    }
    if (isMasked(written))
        return is(Kind::Masked, u"some digits are hidden: not looked up"_s);
    const auto parts = split(written);
    const auto spoken = withoutLetters(withContext(parts.number));
    number.m_suffix = parts.suffix;
    number.m_digits = digitsOf(spoken.text);
    const auto known = number.m_digits.size();
    const bool isText = known == 0 || (spoken.droppedLetters > 0 && known < minLine)
        || spoken.droppedLetters > (known < minWithAccess ? maxWords / 4 : maxWords);
    if (isText) {
        number.m_display = whole;
        return is(Kind::Text, u"not a number: not looked up"_s);
    }
    if (source == Source::Presented) {
        Kind kind = Kind::Empty;
        if (const QString why = internal(number.m_digits, parts.number, kind); !why.isEmpty())
            return is(kind, why);
    }
    readLine(number, parts.number, spoken);
    return number;
}

PhoneNumber PhoneNumber::read(const QString& text, const NumberRules& rules)
{
    return Reader{rules}.read(text);
}

PhoneNumber PhoneNumber::readStored(const QString& text, const NumberRules& rules)
{
    return Reader{rules, Reader::Source::Stored}.read(text);
}

} // namespace companion
