// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Finding callers in the sandbox's org, by HTTP; the org counts what it costs.
#include "tests/salesforce/liveorg.h"

namespace companion {

using namespace Qt::StringLiterals;
using test::LiveOrg;

namespace {

    NumberRules rulesFor(const QString& region)
    {
        return {.region = region};
    }

    QStringList objects()
    {
        return {u"Contact"_s, u"Lead"_s, u"Account"_s};
    }

    QStringList namesOf(const QList<CrmMatch>& matches)
    {
        QStringList names;
        for (const auto& match : matches)
            names.append(match.record.object + u' ' + match.name);
        return names;
    }

    const LookupStep oneSearch{.where = u"sosl"_s, .apiCalls = 1};
    const LookupStep oneQuery{.where = u"soql"_s, .apiCalls = 1};
    const LookupStep fromCache{.where = u"cache"_s, .apiCalls = 0};

} // namespace

class TestOrgLookup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whoeverHasTheNumberIsFound_data();
    void whoeverHasTheNumberIsFound();
    void aPersonAccountIsOnePerson();
    void aConvertedLeadLeadsToItsContact();
    void aConvertedLeadWhoseContactHasAnotherNumberLeadsToItAllTheSame();
    void aNumberOfTheOwnAreaIsFoundWithoutItsAreaCode();
    void aNewRecordIsFoundByTheExactQuestion();
    void nobodyCostsTwoCallsOnceAMinute();
    void aFoundNumberIsAnsweredFromTheCacheForAWhile();
    void aForgottenAnswerIsAskedForAnew();
    void twoCallsAtOnceAreOneQuestion();
    void theExactQuestionIsOneCallAndNeverCached();
    void ourNewRecordIsFoundByOneCallBeforeTheIndexKnowsIt();
    void aHiddenFieldIsLeftOut();
    void aFieldHiddenMeanwhileIsNoticed();
    void aFieldHiddenMeanwhileIsNoticedByTheExactQuestionToo();
    void aHiddenObjectIsLeftOut();
    void anObjectHiddenMeanwhileIsNoticed();
    void nothingVisibleIsAnErrorAndNotNobody();
    void anObjectThatIsNotSearchedByDefaultIsDescribedOnce();
    void aBrokenExactQuestionIsNotNobody();
    void aHangingServerEndsInTime();
    void unusableNumbersAreNotAskedFor_data();
    void unusableNumbersAreNotAskedFor();
    void hostileObjectNamesAreLeftOut();
    void typedNamesAndNumbersAreFound_data();
    void typedNamesAndNumbersAreFound();
    void aFieldHiddenMeanwhileDoesNotStopTheSearch();
    void tooLittleTypedIsNotAsked();
    void aRecordIsReadById();
    void aDeletedRecordIsNotFound();
    void changesAreListedWithWhatWasDeleted();
    void theFirstListHoldsEverybodyInPages();

private:
    QFuture<Result<LookupAnswer>> ask(const QString& text, const QString& region = u"US"_s)
    {
        const auto rules = rulesFor(region);
        return m_live->client->lookUp(PhoneNumber::read(text, rules), rules, objects());
    }
    LookupAnswer found(const QString& text, const QString& region = u"US"_s)
    {
        const auto answer = LiveOrg::outcome(ask(text, region));
        return answer && *answer ? **answer
                                 : LookupAnswer{.matches = {}, .asked = {{u"error"_s, -1}}};
    }

    std::unique_ptr<LiveOrg> m_live;
};

void TestOrgLookup::init()
{
    m_live = std::make_unique<LiveOrg>();
    QVERIFY(m_live->signIn());
}

void TestOrgLookup::cleanup()
{
    m_live.reset();
}

void TestOrgLookup::whoeverHasTheNumberIsFound_data()
{
    QTest::addColumn<QString>("presented");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<int>("calls");
    const auto row = [](const char* title, const QString& presented, const QString& region,
                        const QStringList& names, int calls = 1) {
        QTest::newRow(title) << presented << region << names << calls;
    };
    const QStringList northwind{u"Contact Emily Clark"_s, u"Contact Henry Clark"_s,
                                u"Contact Daniel Smith"_s, u"Account Northwind Traders"_s};
    row("a short local number", u"5503301"_s, u"US"_s, {u"Contact Leo Ball"_s});
    row("formatted", u"+14155551212"_s, u"US"_s, {u"Contact Maria González"_s});
    row("formatted, presented as national", u"4155551212"_s, u"US"_s,
        {u"Contact Maria González"_s});
    row("formatted, presented with 1", u"14155551212"_s, u"US"_s, {u"Contact Maria González"_s});
    row("an E.164 number in one block", u"+14155550177"_s, u"US"_s, {u"Contact Maria González"_s});
    row("one block, presented as national", u"(415) 555-0177"_s, u"US"_s,
        {u"Contact Maria González"_s});
    row("shared by several, one with an extension", u"+12065550100"_s, u"US"_s, northwind);
    row("contact and lead of one number", u"+16285550120"_s, u"US"_s,
        {u"Contact Same Number"_s, u"Lead Same Number"_s});
    row("a field of the org's own", u"+14155551377"_s, u"US"_s, {u"Contact Victor Reyes"_s});
    row("full-width digits", u"+81355500101"_s, u"JP"_s, {u"Contact 太郎 山田"_s});
    row("a lead", u"+14155550190"_s, u"US"_s, {u"Lead Ann Lee"_s});
    row("dots", u"+14155551300"_s, u"US"_s, {u"Contact Robert O'Brien"_s});
    row("a home number", u"+16505550111"_s, u"US"_s, {u"Contact Aisha Williams"_s});
    row("dialled abroad", u"+12065550109"_s, u"US"_s, {u"Contact Hannah Lee-Jones"_s});
    row("British, national", u"+442079460101"_s, u"GB"_s, {u"Contact Oliver Bennett"_s});
    row("British, with 0044", u"+441314960201"_s, u"GB"_s, {u"Contact Callum MacLeod"_s});
    row("German, with (0)", u"+493023125101"_s, u"DE"_s, {u"Contact Jürgen Müller"_s});
    row("German, with a slash", u"+493023125102"_s, u"DE"_s, {u"Contact Sabine Weiß"_s});
    row("German, national for a German", u"03023125103"_s, u"DE"_s, {u"Contact Thomas Schröder"_s});
    row("French, dots", u"+33199001021"_s, u"FR"_s, {u"Contact Camille Lefèvre"_s});
    row("Italian, the zero stays", u"+390655500101"_s, u"IT"_s, {u"Contact Giulia Rossi"_s});
    row("do not call", u"+14165550145"_s, u"US"_s, {u"Contact Chloe Martin"_s});
    row("an assistant's number", u"+14155551043"_s, u"US"_s, {u"Contact Sofia Nguyen"_s});
    row("nobody", u"+14155559999"_s, u"US"_s, {}, 2);
}

void TestOrgLookup::whoeverHasTheNumberIsFound()
{
    QFETCH(QString, presented);
    QFETCH(QString, region);
    QFETCH(QStringList, names);
    QFETCH(int, calls);
    const int before = m_live->counted(u"api"_s);
    const auto answer = found(presented, region);
    auto got = namesOf(answer.matches);
    // Contacts changed in the same second have no order among themselves.
    std::sort(got.begin(), got.end());
    std::sort(names.begin(), names.end());
    QCOMPARE(got, names);
    QCOMPARE(m_live->counted(u"api"_s) - before, calls);
    QCOMPARE(answer.asked,
             calls == 1 ? QList<LookupStep>({oneSearch})
                        : QList<LookupStep>({oneSearch, oneQuery}));
    const QString last =
        answer.matches.isEmpty() ? u"Account"_s : answer.matches.last().record.object;
    QVERIFY(names.size() < 4 || last == u"Account"_s);
    for (const auto& match : answer.matches) {
        QVERIFY(m_live->client->isOwnUrl(match.url));
        QVERIFY(
            PhoneNumber::read(presented, rulesFor(region)).matches(match.phone, rulesFor(region)));
    }
    if (presented == u"+14155551043"_s)
        QVERIFY(answer.matches.first().isWeak);
    if (presented == u"+14165550145"_s)
        QVERIFY(answer.matches.first().doNotCall);
    if (presented == u"+14155551212"_s) {
        const auto& maria = answer.matches.first();
        QCOMPARE(maria.account, u"Golden Gate Logistics"_s);
        QCOMPARE(maria.title, u"Head of Dispatch"_s);
        QCOMPARE(maria.phones.size(), 2);
        QVERIFY(maria.lastModified.isValid());
    }
}

void TestOrgLookup::aPersonAccountIsOnePerson()
{
    QVERIFY(m_live->fault(u"person-accounts"_s, true));
    QVERIFY(m_live->signIn()); // described anew
    for (const auto& text : {u"+15035550160"_s, u"+15035550161"_s}) {
        const auto answer = found(text);
        QCOMPARE(namesOf(answer.matches), QStringList{u"Account Paula Private"_s});
        QVERIFY(answer.matches.first().isPersonAccount);
        QCOMPARE(answer.asked, QList<LookupStep>{oneSearch});
    }
}

void TestOrgLookup::aConvertedLeadLeadsToItsContact()
{
    const auto answer = found(u"+12065550155"_s);
    QCOMPARE(namesOf(answer.matches), QStringList{u"Contact Walter Fisher"_s});
    QCOMPARE(answer.asked, QList<LookupStep>{oneSearch});
}

void TestOrgLookup::aConvertedLeadWhoseContactHasAnotherNumberLeadsToItAllTheSame()
{
    const auto walter = m_live->row(u"Contact"_s, u"Name"_s, u"Walter Fisher"_s);
    m_live->control("PATCH", u"record/"_s + walter[u"Id"_s].toString(),
                    {{u"fields"_s, QJsonObject{{u"Phone"_s, u"+1 206 555 0156"_s}}}});
    const auto answer = found(u"+12065550155"_s);
    QCOMPARE(namesOf(answer.matches), QStringList{u"Contact Walter Fisher"_s});
    QCOMPARE(answer.matches.first().record.id, walter[u"Id"_s].toString());
    QCOMPARE(answer.asked, QList<LookupStep>{oneSearch});
}

void TestOrgLookup::aNumberOfTheOwnAreaIsFoundWithoutItsAreaCode()
{
    const NumberRules rules{.region = u"US"_s, .areaCode = u"415"_s};
    const auto answer = LiveOrg::outcome(
        m_live->client->lookUp(PhoneNumber::read(u"+14155503301"_s, rules), rules, objects()));
    QVERIFY(answer && *answer);
    QCOMPARE(namesOf((*answer)->matches), QStringList{u"Contact Leo Ball"_s});
    QCOMPARE((*answer)->asked, QList<LookupStep>{oneSearch});
}

void TestOrgLookup::aNewRecordIsFoundByTheExactQuestion()
{
    m_live->create(u"Contact"_s,
                   {{u"LastName"_s, u"Just Created"_s}, {u"Phone"_s, u"(415) 555-7001"_s}});
    const auto answer = found(u"+14155557001"_s);
    QCOMPARE(namesOf(answer.matches), QStringList{u"Contact Just Created"_s});
    QCOMPARE(answer.asked, QList<LookupStep>({oneSearch, oneQuery}));
}

void TestOrgLookup::nobodyCostsTwoCallsOnceAMinute()
{
    const int before = m_live->counted(u"api"_s);
    QVERIFY(found(u"+14155559999"_s).matches.isEmpty());
    const auto again = found(u"+14155559999"_s);
    QCOMPARE(again.asked, QList<LookupStep>{fromCache});
    QCOMPARE(m_live->counted(u"api"_s) - before, 2);
}

void TestOrgLookup::aFoundNumberIsAnsweredFromTheCacheForAWhile()
{
    const int before = m_live->counted(u"api"_s);
    const auto first = found(u"+14155551212"_s);
    const auto again = found(u"(415) 555-1212"_s); // the same line in other words
    QCOMPARE(again.matches, first.matches);
    QCOMPARE(again.asked, QList<LookupStep>{fromCache});
    QCOMPARE(m_live->counted(u"api"_s) - before, 1);

    auto timing = LiveOrg::shortTiming();
    timing.foundAnswer = std::chrono::milliseconds(0);
    LiveOrg forgetful(timing);
    QVERIFY(forgetful.signIn());
    const auto number = PhoneNumber::read(u"+14155551212"_s, {});
    for (int i = 0; i < 2; ++i) {
        const auto answer = LiveOrg::outcome(forgetful.client->lookUp(number, {}, objects()));
        QVERIFY(answer && *answer);
        QCOMPARE((*answer)->asked, QList<LookupStep>{oneSearch});
    }
}

void TestOrgLookup::aForgottenAnswerIsAskedForAnew()
{
    const auto number = PhoneNumber::read(u"+14155551212"_s, rulesFor(u"US"_s));
    QVERIFY(!found(u"+14155551212"_s).matches.isEmpty());
    QVERIFY(!found(u"+14155551300"_s).matches.isEmpty());
    const int before = m_live->counted(u"api"_s);
    m_live->client->forgetAnswer(number);
    QCOMPARE(found(u"+14155551212"_s).asked, QList<LookupStep>{oneSearch});
    QCOMPARE(found(u"+14155551300"_s).asked, QList<LookupStep>{fromCache}); // the others stay
    QCOMPARE(m_live->counted(u"api"_s) - before, 1);
}

void TestOrgLookup::twoCallsAtOnceAreOneQuestion()
{
    const int before = m_live->counted(u"api"_s);
    const auto first = ask(u"+14155551212"_s);
    const auto second = ask(u"4155551212"_s);
    const auto one = LiveOrg::outcome(first);
    const auto two = LiveOrg::outcome(second);
    QVERIFY(one && *one && two && *two);
    QCOMPARE(**one, **two);
    QCOMPARE(m_live->counted(u"api"_s) - before, 1);
}

void TestOrgLookup::theExactQuestionIsOneCallAndNeverCached()
{
    const auto number = PhoneNumber::read(u"+14155551212"_s, {});
    const int before = m_live->counted(u"api"_s);
    for (int i = 0; i < 2; ++i) {
        const auto answer = LiveOrg::outcome(m_live->client->lookUpExactly(number, {}, objects()));
        QVERIFY(answer && *answer);
        QCOMPARE(namesOf((*answer)->matches), QStringList{u"Contact Maria González"_s});
        QCOMPARE((*answer)->asked, QList<LookupStep>{oneQuery});
    }
    QCOMPARE(m_live->counted(u"api"_s) - before, 2);
}

void TestOrgLookup::ourNewRecordIsFoundByOneCallBeforeTheIndexKnowsIt()
{
    QVERIFY(found(u"+14155557002"_s).matches.isEmpty());
    const auto made = LiveOrg::outcome(m_live->client->create(
        {.object = u"Contact"_s,
         .fields = {{u"LastName"_s, u"Made Here"_s}, {u"Phone"_s, u"+14155557002"_s}}}));
    QVERIFY(made && *made && (*made)->created);
    const auto answer = found(u"+14155557002"_s); // the "nobody" of a moment ago is forgotten
    QCOMPARE(namesOf(answer.matches), QStringList{u"Contact Made Here"_s});
    QCOMPARE(answer.asked, QList<LookupStep>{oneSearch});
    const auto gone = LiveOrg::outcome(m_live->client->removeRecord((*made)->created->record));
    QVERIFY(gone && *gone);
    QVERIFY(found(u"+14155557002"_s).matches.isEmpty());
}

void TestOrgLookup::aHiddenFieldIsLeftOut()
{
    for (const auto& field : {u"Contact.HomePhone"_s, u"Contact.Title"_s, u"Lead.MobilePhone"_s,
                              u"Lead.IsConverted"_s, u"Account.Fax"_s})
        QVERIFY(m_live->fault(u"hide-field"_s, field));
    QVERIFY(m_live->signIn());
    const auto answer = found(u"+14155551212"_s);
    QCOMPARE(namesOf(answer.matches), QStringList{u"Contact Maria González"_s});
    QVERIFY(answer.matches.first().title.isEmpty());
    QCOMPARE(answer.asked, QList<LookupStep>{oneSearch});
}

void TestOrgLookup::aFieldHiddenMeanwhileIsNoticed()
{
    QVERIFY(m_live->fault(u"hide-field"_s, u"Contact.HomePhone"_s));
    const int describes = m_live->counted(u"describe"_s);
    const auto answer = found(u"+14155551212"_s);
    QCOMPARE(namesOf(answer.matches), QStringList{u"Contact Maria González"_s});
    QCOMPARE(answer.asked,
             (QList<LookupStep>{{.where = u"sosl"_s, .apiCalls = 3}})); // refused, described, asked
    QCOMPARE(m_live->counted(u"describe"_s) - describes, 3);
    QCOMPARE(found(u"+14155551300"_s).asked, QList<LookupStep>{oneSearch});
}

void TestOrgLookup::aFieldHiddenMeanwhileIsNoticedByTheExactQuestionToo()
{
    QVERIFY(m_live->fault(u"hide-field"_s, u"Lead.MobilePhone"_s));
    const auto number = PhoneNumber::read(u"+14155551212"_s, {});
    const auto answer = LiveOrg::outcome(m_live->client->lookUpExactly(number, {}, objects()));
    QVERIFY(answer && *answer);
    QCOMPARE(namesOf((*answer)->matches), QStringList{u"Contact Maria González"_s});
}

void TestOrgLookup::aHiddenObjectIsLeftOut()
{
    QVERIFY(m_live->fault(u"hide-object"_s, u"Lead"_s));
    QVERIFY(m_live->signIn());
    QCOMPARE(namesOf(found(u"+16285550120"_s).matches), QStringList{u"Contact Same Number"_s});
    QCOMPARE(found(u"+14155550190"_s).asked, QList<LookupStep>({oneSearch, oneQuery}));
}

void TestOrgLookup::anObjectHiddenMeanwhileIsNoticed()
{
    QVERIFY(m_live->fault(u"hide-object"_s, u"Lead"_s));
    QCOMPARE(namesOf(found(u"+16285550120"_s).matches), QStringList{u"Contact Same Number"_s});
}

void TestOrgLookup::nothingVisibleIsAnErrorAndNotNobody()
{
    for (const auto& object : objects())
        QVERIFY(m_live->fault(u"hide-object"_s, object));
    const auto answer = LiveOrg::outcome(ask(u"+14155551212"_s));
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().kind, Error::Kind::Forbidden);
}

void TestOrgLookup::anObjectThatIsNotSearchedByDefaultIsDescribedOnce()
{
    const auto ask = [this](const QString& text) {
        return LiveOrg::outcome(
            m_live->client->lookUp(PhoneNumber::read(text, {}), {}, {u"User"_s, u"Contact"_s}));
    };
    const auto first = ask(u"+14155551212"_s);
    QVERIFY(first && *first);
    QCOMPARE((*first)->asked, (QList<LookupStep>{{.where = u"sosl"_s, .apiCalls = 2}}));
    const auto second = ask(u"+14155551300"_s);
    QVERIFY(second && *second);
    QCOMPARE((*second)->asked, QList<LookupStep>{oneSearch});
}

void TestOrgLookup::aBrokenExactQuestionIsNotNobody()
{
    m_live->fault(u"html-500"_s, {}, 1, u"POST /services/data/v67.0/composite"_s);
    const auto answer = LiveOrg::outcome(ask(u"+14155559999"_s));
    QVERIFY(answer && !*answer);
    QVERIFY(isRetryable(answer->error().kind));
    QVERIFY(found(u"+14155559999"_s).matches.isEmpty()); // and was not kept
}

void TestOrgLookup::aHangingServerEndsInTime()
{
    auto timing = LiveOrg::shortTiming();
    timing.question = std::chrono::milliseconds(150);
    LiveOrg live(timing);
    QVERIFY(live.signIn());
    live.fault(u"slow"_s, 60'000, 1, u"/search"_s);
    const auto answer = LiveOrg::outcome(
        live.client->lookUp(PhoneNumber::read(u"+14155551212"_s, {}), {}, objects()));
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().kind, Error::Kind::Timeout);
    QCOMPARE(live.client->status().state, LinkState::Connected); // slow is not away
}

void TestOrgLookup::unusableNumbersAreNotAskedFor_data()
{
    QTest::addColumn<QString>("presented");
    QTest::newRow("nothing") << QString();
    QTest::newRow("withheld") << u"anonymous"_s;
    QTest::newRow("masked") << u"+1415555****"_s;
    QTest::newRow("an extension") << u"1001"_s;
    QTest::newRow("words") << u"') OR Name != ''"_s;
}

void TestOrgLookup::unusableNumbersAreNotAskedFor()
{
    QFETCH(QString, presented);
    const int before = m_live->counted(u"api"_s);
    const auto answer = found(presented);
    QVERIFY(answer.matches.isEmpty());
    QVERIFY(answer.asked.isEmpty());
    QCOMPARE(m_live->counted(u"api"_s), before);
}

void TestOrgLookup::hostileObjectNamesAreLeftOut()
{
    const auto answer = LiveOrg::outcome(
        m_live->client->lookUp(PhoneNumber::read(u"+14155551212"_s, {}), {},
                               {u"Contact"_s, u"Lead} RETURNING User"_s, u"Account(Id)"_s}));
    QVERIFY(answer && *answer);
    QCOMPARE(namesOf((*answer)->matches), QStringList{u"Contact Maria González"_s});
}

void TestOrgLookup::typedNamesAndNumbersAreFound_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::newRow("beginning of a name") << u"gonz"_s << u"Contact Maria González"_s;
    QTest::newRow("two beginnings") << u"mar gonz"_s << u"Contact Maria González"_s;
    QTest::newRow("an apostrophe") << u"O'Brien"_s << u"Contact Robert O'Brien"_s;
    QTest::newRow("a hyphen") << u"Lee-Jones"_s << u"Contact Hannah Lee-Jones"_s;
    QTest::newRow("an ampersand") << u"Thames & Sons"_s << u"Account Thames & Sons Ltd"_s;
    QTest::newRow("digits") << u"415555121"_s << u"Contact Maria González"_s;
    QTest::newRow("digits as written") << u"(415) 555-12"_s << u"Contact Maria González"_s;
    QTest::newRow("a lead") << u"Ann Lee"_s << u"Lead Ann Lee"_s;
}

void TestOrgLookup::typedNamesAndNumbersAreFound()
{
    QFETCH(QString, typed);
    QFETCH(QString, name);
    const int before = m_live->counted(u"api"_s);
    const auto answer = LiveOrg::outcome(m_live->client->search(typed, objects()));
    QVERIFY(answer && *answer);
    QVERIFY2(namesOf(**answer).contains(name), qPrintable(namesOf(**answer).join(u", "_s)));
    QVERIFY(!namesOf(**answer).contains(u"Lead Walter Fisher"_s));
    QCOMPARE(m_live->counted(u"api"_s) - before, 1);
}

void TestOrgLookup::aFieldHiddenMeanwhileDoesNotStopTheSearch()
{
    QVERIFY(m_live->fault(u"hide-field"_s, u"Contact.HomePhone"_s));
    const auto answer = LiveOrg::outcome(m_live->client->search(u"Maria"_s, objects()));
    QVERIFY(answer && *answer);
    QVERIFY(namesOf(**answer).contains(u"Contact Maria González"_s));
}

void TestOrgLookup::tooLittleTypedIsNotAsked()
{
    const int before = m_live->counted(u"api"_s);
    for (const auto& typed : {QString(), u" "_s, u"a"_s, u"1"_s, u"***"_s, u"( ) -"_s, u"' -"_s}) {
        const auto answer = LiveOrg::outcome(m_live->client->search(typed, objects()));
        QVERIFY(answer && *answer);
        QVERIFY((*answer)->isEmpty());
    }
    QCOMPARE(m_live->counted(u"api"_s), before);
}

void TestOrgLookup::aRecordIsReadById()
{
    const auto maria = found(u"+14155551212"_s).matches.first();
    const auto answer = LiveOrg::outcome(m_live->client->record(maria.record));
    QVERIFY(answer && *answer);
    QCOMPARE((*answer)->name, maria.name);
    QCOMPARE((*answer)->url, maria.url);
}

void TestOrgLookup::aDeletedRecordIsNotFound()
{
    const auto maria = found(u"+14155551212"_s).matches.first();
    QVERIFY(m_live->fault(u"delete-record"_s, maria.record.id));
    for (const auto& id : {maria.record, RecordId{u"Contact"_s, u"' OR Name != '"_s}, RecordId{}}) {
        const auto answer = LiveOrg::outcome(m_live->client->record(id));
        QVERIFY(answer && !*answer);
        QCOMPARE(answer->error().kind, Error::Kind::NotFound);
    }
}

void TestOrgLookup::changesAreListedWithWhatWasDeleted()
{
    const auto start = LiveOrg::outcome(
        m_live->client->changedSince(u"Contact"_s, QDateTime::currentDateTimeUtc().addSecs(-5)));
    QVERIFY(start && *start);
    QVERIFY((*start)->changed.isEmpty());

    const QString added = m_live->create(
        u"Contact"_s, {{u"LastName"_s, u"Newcomer"_s}, {u"Phone"_s, u"+14155557003"_s}});
    const auto leo = m_live->row(u"Contact"_s, u"Name"_s, u"Leo Ball"_s)[u"Id"_s].toString();
    m_live->fault(u"delete-record"_s, leo);
    const auto news = LiveOrg::outcome(m_live->client->changedSince(u"Contact"_s, (*start)->until));
    QVERIFY(news && *news);
    QCOMPARE((*news)->changed.size(), 1);
    QCOMPARE((*news)->changed.first().record.id, added);
    QCOMPARE((*news)->changed.first().phones, QStringList{u"+14155557003"_s});
    QCOMPARE((*news)->removed, QStringList{leo});
    QVERIFY((*news)->until >= (*start)->until);
    QVERIFY(!(*news)->isCut);
}

void TestOrgLookup::theFirstListHoldsEverybodyInPages()
{
    m_live->fault(u"page-size"_s, 10);
    const auto news = LiveOrg::outcome(m_live->client->changedSince(u"Contact"_s, {}));
    QVERIFY(news && *news);
    QCOMPARE((*news)->changed.size(), m_live->rows(u"Contact"_s).size());
    QVERIFY(!(*news)->isCut);
    const auto leads = LiveOrg::outcome(m_live->client->changedSince(u"Lead"_s, {}));
    QVERIFY(leads && *leads);
    QCOMPARE((*leads)->removed.size(), 1); // the converted one
}

} // namespace companion

QTEST_GUILESS_MAIN(companion::TestOrgLookup)
#include "tst_salesforce_org_lookup.moc"
