// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/phonenumber.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <phonenumbers/phonenumberutil.h>
#include <set>
#include <string>
#include <vector>

using namespace companion;
using namespace Qt::StringLiterals;

namespace lib = i18n::phonenumbers;

namespace {

using Type = lib::PhoneNumberUtil::PhoneNumberType;

// Sanitizers make this ten times slower; the plain build counts the full million.
#ifdef COMPANION_SANITIZED
constexpr int randomPairs = 100'000;
constexpr int nearPairs = 3'000;
#else
constexpr int randomPairs = 1'000'000;
constexpr int nearPairs = 20'000;
#endif

lib::PhoneNumberUtil& library()
{
    return *lib::PhoneNumberUtil::GetInstance();
}

QString formatted(const lib::PhoneNumber& number, lib::PhoneNumberUtil::PhoneNumberFormat format)
{
    std::string out;
    library().Format(number, format, &out);
    return QString::fromStdString(out);
}

//! One of libphonenumber's own examples.
struct Example
{
    QString region;
    QString type;
    lib::PhoneNumber number;

    [[nodiscard]] QString e164() const { return formatted(number, lib::PhoneNumberUtil::E164); }
};

const std::vector<Example>& examples()
{
    static const std::vector<Example> all = [] {
        const std::vector<std::pair<Type, QString>> types{
            {Type::FIXED_LINE, u"fixed line"_s},    {Type::MOBILE, u"mobile"_s},
            {Type::TOLL_FREE, u"toll free"_s},      {Type::PREMIUM_RATE, u"premium rate"_s},
            {Type::SHARED_COST, u"shared cost"_s},  {Type::VOIP, u"VoIP"_s},
            {Type::PERSONAL_NUMBER, u"personal"_s}, {Type::PAGER, u"pager"_s},
            {Type::UAN, u"company number"_s},       {Type::VOICEMAIL, u"voicemail"_s}};
        std::vector<Example> found;
        std::set<std::string> regions;
        library().GetSupportedRegions(&regions);
        for (const auto& region : regions)
            for (const auto& [type, name] : types) {
                Example one{QString::fromStdString(region), name, {}};
                if (library().GetExampleNumberForType(region, type, &one.number))
                    found.push_back(one);
            }
        std::set<int> codes;
        library().GetSupportedGlobalNetworkCallingCodes(&codes);
        for (const int code : codes) {
            Example one{u"US"_s, u"of no country"_s, {}};
            if (library().GetExampleNumberForNonGeoEntity(code, &one.number))
                found.push_back(one);
        }
        return found;
    }();
    return all;
}

//! The site's extensions are kept short so that they are not confused with national numbers of
//! small countries, as the administrator of a site there would keep them.
NumberRules rulesOf(const QString& region, const QString& outsidePrefix = {})
{
    NumberRules rules;
    rules.region = region;
    rules.outsidePrefix = outsidePrefix;
    rules.extensionMinDigits = 2;
    rules.extensionMaxDigits = 3;
    return rules;
}

QString accessCode(const QString& region)
{
    std::string out;
    lib::PhoneNumber american;
    american.set_country_code(1);
    american.set_national_number(4155551212);
    library().FormatOutOfCountryCallingNumber(american, region.toStdString(), &out);
    const QString dialled = QString::fromStdString(out);
    const auto at = dialled.indexOf(u" 1 "_s);
    return at > 0 ? dialled.left(at) : u"00"_s;
}

QString digits(const QString& text)
{
    QString out;
    for (const QChar c : text)
        if (c >= u'0' && c <= u'9')
            out += c;
    return out;
}

//! The number as written in its own country and from abroad.
QStringList formatsOf(const Example& one)
{
    const QString international = formatted(one.number, lib::PhoneNumberUtil::INTERNATIONAL);
    const QString national = formatted(one.number, lib::PhoneNumberUtil::NATIONAL);
    QStringList all{one.e164(),
                    international,
                    formatted(one.number, lib::PhoneNumberUtil::RFC3966),
                    u"00"_s + one.e164().mid(1),
                    u"00 "_s + international.mid(1),
                    accessCode(one.region) + u' ' + international.mid(1)};
    if (one.type != "of no country"_L1)
        all += {national, digits(national)};
    return all;
}

} // namespace

class TestPhoneNumberPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyExampleIsFoundInEachFormat();
    void everyExampleIsFoundBehindAnOutsidePrefix();
    void differentNumbersNeverMatch();
    void nearlyEqualNumbersNeverMatch();
    void readingIsFastEnoughForAnyList();
};

void TestPhoneNumberPlans::everyExampleIsFoundInEachFormat()
{
    QCOMPARE_GE(examples().size(), 900U);
    QStringList wrong;
    int pairs = 0;
    for (const auto& one : examples()) {
        const auto rules = rulesOf(one.region);
        const auto formats = formatsOf(one);
        const auto canonical = PhoneNumber::read(one.e164(), rules);
        for (const auto& format : formats) {
            const auto presented = PhoneNumber::read(format, rules);
            pairs += 2;
            if (presented.isLookupWorthy() && !presented.matches(one.e164(), rules))
                wrong.append(u"%1 %2: presented %3, stored %4 (%5)"_s.arg(
                    one.region, one.type, format, one.e164(), presented.explanation()));
            if (!presented.isLookupWorthy() && format.size() > 6)
                wrong.append(u"%1 %2: presented %3 (%4)"_s.arg(one.region, one.type, format,
                                                               presented.explanation()));
            if (!canonical.matches(format, rules))
                wrong.append(u"%1 %2: presented %3, stored %4"_s.arg(one.region, one.type,
                                                                     one.e164(), format));
        }
    }
    qInfo("%zu example numbers, %d pairs", examples().size(), pairs);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestPhoneNumberPlans::everyExampleIsFoundBehindAnOutsidePrefix()
{
    QStringList wrong;
    for (const auto& one : examples()) {
        for (const auto& prefix : {u"0"_s, u"9"_s}) {
            const auto rules = rulesOf(one.region, prefix);
            QStringList dialled{accessCode(one.region).remove(u' ') + one.e164().mid(1)};
            if (one.type != "of no country"_L1)
                dialled.append(digits(formatted(one.number, lib::PhoneNumberUtil::NATIONAL)));
            for (const auto& number : std::as_const(dialled)) {
                const auto presented = PhoneNumber::read(prefix + number, rules);
                if (presented.isLookupWorthy() ? !presented.matches(one.e164(), rules)
                                               : number.size() > 6)
                    wrong.append(u"%1 %2: presented %3 %4, stored %5 (%6)"_s.arg(
                        one.region, one.type, prefix, number, one.e164(), presented.explanation()));
            }
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

namespace {

//! A number of the country of \p like, its last digits by chance.
lib::PhoneNumber randomNumber(const Example& like, QRandomGenerator& random)
{
    auto number = like.number;
    const auto national = number.national_number();
    const quint64 range = national >= 100'000'000 ? 10'000'000 : 10'000;
    number.set_national_number(national / range * range + random.generate64() % range);
    return number;
}

QString randomFormat(const Example& one, QRandomGenerator& random)
{
    const auto formats = formatsOf(one);
    return formats.at(random.bounded(int(formats.size())));
}

//! The same line but for what people leave out: Argentina's mobile 9.
QString lineOf(const lib::PhoneNumber& number)
{
    const QString e164 = formatted(number, lib::PhoneNumberUtil::E164);
    return e164.startsWith("+549"_L1) ? u"+54"_s + e164.mid(4) : e164;
}

} // namespace

void TestPhoneNumberPlans::differentNumbersNeverMatch()
{
    QRandomGenerator random(20261);
    const auto& all = examples();
    std::vector<std::pair<QString, QString>> stored; // line, spelling
    for (int i = 0; i < 2000; ++i) {
        Example one = all.at(random.bounded(int(all.size())));
        one.number = randomNumber(one, random);
        stored.emplace_back(lineOf(one.number), randomFormat(one, random));
    }
    int pairs = 0;
    int equal = 0;
    QStringList wrong;
    QElapsedTimer clock;
    clock.start();
    while (pairs < randomPairs) {
        Example one = all.at(random.bounded(int(all.size())));
        one.number = randomNumber(one, random);
        const auto rules = rulesOf(one.region, random.bounded(3) == 0 ? u"9"_s : QString());
        const auto presented = PhoneNumber::read(randomFormat(one, random), rules);
        const QString line = lineOf(one.number);
        for (const auto& [theirs, spelling] : stored) {
            ++pairs;
            const bool isEqual = line == theirs;
            equal += isEqual ? 1 : 0;
            if (!isEqual && presented.matches(spelling, rules))
                wrong.append(
                    u"%1 (%2) matches %3"_s.arg(presented.input(), rules.region, spelling));
        }
    }
    qInfo("%d random pairs, %d of them equal, %lld ms", pairs, equal, clock.elapsed());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestPhoneNumberPlans::nearlyEqualNumbersNeverMatch()
{
    // One digit changed, left out or added; the same digits in another country.
    QRandomGenerator random(20262);
    const auto& all = examples();
    QStringList wrong;
    int pairs = 0;
    for (int i = 0; i < nearPairs; ++i) {
        const auto& one = all.at(random.bounded(int(all.size())));
        const QString e164 = one.e164();
        QString other = e164;
        const auto at = 1 + random.bounded(int(e164.size()) - 1);
        const int change = random.bounded(4);
        if (change == 0)
            other[at] = QChar(u'0' + (e164.at(at).digitValue() + 1 + random.bounded(9)) % 10);
        else if (change == 1)
            other.remove(at, 1);
        else if (change == 2)
            other.insert(at, QChar(u'0' + random.bounded(10)));
        else
            other = u'+'
                + QString::number(all.at(random.bounded(int(all.size()))).number.country_code())
                + digits(e164).mid(QString::number(one.number.country_code()).size());
        const auto rules = rulesOf(one.region);
        const auto presented = PhoneNumber::read(e164, rules);
        const auto read = PhoneNumber::read(other, rules);
        if (read.key() == presented.key())
            continue; // the very same line, or one way to write it
        ++pairs;
        if (presented.matches(other, rules))
            wrong.append(u"%1 matches %2 in %3 (%4 / %5)"_s.arg(e164, other, one.region,
                                                                presented.key(), read.key()));
        if (read.matches(e164, rules))
            wrong.append(u"%1 matches %2 in %3"_s.arg(other, e164, one.region));
    }
    qInfo("%d nearly equal pairs", pairs);
    QCOMPARE_GE(pairs, nearPairs * 3 / 4);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestPhoneNumberPlans::readingIsFastEnoughForAnyList()
{
    const auto rules = rulesOf(u"US"_s);
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < 1000; ++i)
        QVERIFY(PhoneNumber::read(u"(415) 555-%1"_s.arg(1000 + i), rules).isLookupWorthy());
    const auto reading = clock.nsecsElapsed() / 1000;
    const auto caller = PhoneNumber::read(u"+14155551212"_s, rules);
    clock.restart();
    int found = 0;
    for (int i = 0; i < 10'000; ++i)
        found += caller.matches(u"(415) 555-%1"_s.arg(1000 + i % 9000), rules) ? 1 : 0;
    const auto matching = clock.nsecsElapsed() / 10'000;
    qInfo("read %lld ns, matches %lld ns", reading, matching);
    QCOMPARE(found, 2);
    // Ten times what an old machine takes; a lookup filters some dozen.
    QCOMPARE_LT(reading, 3'000'000);
    QCOMPARE_LT(matching, 200'000);
}

QTEST_GUILESS_MAIN(TestPhoneNumberPlans)
#include "tst_phonenumberplans.moc"
