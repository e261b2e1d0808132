// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/numberplan.h"

#include <QStringList>

#include <algorithm>
#include <phonenumbers/phonenumberutil.h>
#include <phonenumbers/shortnumberinfo.h>
#include <string>

namespace companion::numberplan {

using namespace Qt::StringLiterals;

namespace {

    namespace lib = i18n::phonenumbers;

    constexpr qsizetype longestShortCode = 6;

    //! Made at the first number: some milliseconds and 2 MB that a start need not wait for.
    lib::PhoneNumberUtil& library()
    {
        return *lib::PhoneNumberUtil::GetInstance();
    }

    const lib::ShortNumberInfo& shortNumbers()
    {
        static const lib::ShortNumberInfo info;
        return info;
    }

    std::optional<lib::PhoneNumber> parsed(const QString& text, const QString& region)
    {
        lib::PhoneNumber number;
        const auto outcome = library().Parse(text.toStdString(), region.toStdString(), &number);
        if (outcome != lib::PhoneNumberUtil::NO_PARSING_ERROR)
            return {};
        return number;
    }

    std::optional<lib::PhoneNumber> fromE164(const QString& e164)
    {
        return parsed(e164, u"ZZ"_s);
    }

    Entry entryOf(const lib::PhoneNumber& number)
    {
        std::string national;
        library().GetNationalSignificantNumber(number, &national);
        Entry entry{.countryCode = QString::number(number.country_code()),
                    .national = QString::fromStdString(national)};
        std::string region;
        library().GetRegionCodeForNumber(number, &region);
        entry.isValid = library().IsValidNumberForRegion(number, region);
        entry.isPossible = entry.isValid || library().IsPossibleNumber(number);
        if (entry.isValid)
            entry.region = QString::fromStdString(region);
        return entry;
    }

    QString formatted(const QString& e164, lib::PhoneNumberUtil::PhoneNumberFormat format)
    {
        const auto number = fromE164(e164);
        if (!number)
            return e164;
        std::string out;
        library().Format(*number, format, &out);
        return QString::fromStdString(out);
    }

} // namespace

std::optional<Entry> find(const QString& text, const QString& region)
{
    const auto number = parsed(text, region);
    return number ? std::optional(entryOf(*number)) : std::nullopt;
}

std::optional<Entry> findWithoutExcess(const QString& text, const QString& region)
{
    auto number = parsed(text, region);
    if (!number || !library().TruncateTooLongNumber(&*number))
        return {};
    return entryOf(*number);
}

std::optional<Entry> modern(const Entry& old)
{
    QString repaired = u'+' + old.countryCode + u'0' + old.national;
    const bool isBrazilianMobile = old.countryCode == "55"_L1 && old.national.size() == 10
        && old.national.at(2) >= u'6'; // eight digits until 2016, a 9 in front since
    if (isBrazilianMobile)
        repaired = u"+55"_s + old.national.left(2) + u'9' + old.national.mid(2);
    // Until 2019 the ways to dial a mobile stood in front of the ten digits.
    static const QStringList formerMexican{u"1"_s, u"01"_s, u"044"_s, u"045"_s};
    if (old.countryCode == "52"_L1
        && formerMexican.contains(
            old.national.chopped(std::min(qsizetype(10), old.national.size()))))
        repaired = u"+52"_s + old.national.right(10);
    const auto entry = find(repaired, u"ZZ"_s);
    // A plan with a trunk prefix drops the zero again, and is as it was.
    return entry && entry->isValid && entry->national != old.national ? entry : std::nullopt;
}

QString countryCode(const QString& region)
{
    const int code = library().GetCountryCodeForRegion(region.toStdString());
    return code == 0 ? QString() : QString::number(code);
}

QString trunkPrefix(const QString& region)
{
    std::string out;
    library().GetNddPrefixForRegion(region.toStdString(), true, &out);
    return QString::fromStdString(out);
}

QString nationalFormat(const QString& e164)
{
    return formatted(e164, lib::PhoneNumberUtil::NATIONAL);
}

QString internationalFormat(const QString& e164)
{
    return formatted(e164, lib::PhoneNumberUtil::INTERNATIONAL);
}

QString dialledFrom(const QString& region, const QString& e164)
{
    const auto number = fromE164(e164);
    if (!number)
        return e164;
    std::string out;
    library().FormatOutOfCountryCallingNumber(*number, region.toStdString(), &out);
    return QString::fromStdString(out);
}

bool isEmergency(const QString& digits, const QString& region)
{
    return digits == "112"_L1 || digits == "911"_L1
        || (digits.size() <= longestShortCode
            && shortNumbers().ConnectsToEmergencyNumber(digits.toStdString(),
                                                        region.toStdString()));
}

bool isServiceCode(const QString& digits, const QString& region)
{
    if (digits.size() > longestShortCode)
        return false;
    const auto number = parsed(digits, region);
    return number && shortNumbers().IsValidShortNumberForRegion(*number, region.toStdString());
}

} // namespace companion::numberplan
