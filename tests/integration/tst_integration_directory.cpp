// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Knowing who calls, by the real program against the sandbox, which counts the API calls.
#include "tests/integration/workplace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString kMaria = u"+14155551212"_s;
const QString kRobert = u"+14155551300"_s;
const QString kSame = u"+16285550120"_s; // a contact and a lead
const QString kNobody = u"+12025550143"_s;
const QString kDoNotCall = u"+14165550145"_s;

} // namespace

//! One workplace for all: each test sets what it needs and takes it back.
class TestIntegrationDirectory : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Workplace> m_work;

    void set(const QString& key, const QString& value) const
    {
        const auto said = m_work->say({u"settings"_s, u"set"_s, key, value});
        QVERIFY2(said.exit == 0, qPrintable(said.err));
    }
    [[nodiscard]] int apiCalls() const
    {
        return m_work->look(u"salesforce/state"_s)["calls"_L1]["api"_L1].toInt();
    }
    //! Without what a sign-in asks beside them, such as the outcomes.
    [[nodiscard]] int searches() const
    {
        return int(m_work->look(u"salesforce/state"_s)["statements"_L1].toArray().size());
    }
    [[nodiscard]] int dialled() const
    {
        return m_work->look(u"pbx/state"_s)["requests"_L1]["call/dial"_L1].toInt();
    }
    void fault(const QString& name, const QJsonValue& value = true, int times = 1,
               const QString& match = {}) const
    {
        m_work->control(
            u"salesforce/fault"_s,
            {{u"name"_s, name}, {u"value"_s, value}, {u"times"_s, times}, {u"match"_s, match}});
    }
    [[nodiscard]] QJsonObject lookUp(const QString& number) const
    {
        return m_work->say({u"lookup"_s, number, u"--json"_s}).object();
    }
    static QStringList found(const QJsonObject& answer)
    {
        QStringList names;
        const auto matches = answer["matches"_L1].toArray();
        for (const auto& match : matches)
            names.append(match["object"_L1].toString() + u' ' + match["name"_L1].toString());
        return names;
    }
    [[nodiscard]] QJsonObject one(const QString& call) const
    {
        const auto list = m_work->calls();
        for (const auto& candidate : list) {
            if (candidate["id"_L1].toString() == call)
                return candidate.toObject();
        }
        return {};
    }
    [[nodiscard]] QString crm(const QString& call) const { return one(call)["crm"_L1].toString(); }
    [[nodiscard]] QJsonArray synchronised() const
    {
        const auto books = m_work->look(u"pbx/state"_s)["phonebooks"_L1].toArray();
        for (const auto& book : books) {
            if (book["name"_L1].toString() == u"Salesforce_CRM_Synchronization"_s)
                return book["contacts_list"_L1].toArray();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_work = std::make_unique<Workplace>();
        QVERIFY2(m_work->open(), m_work->companionLog().constData());
        set(u"journal.enabled"_s, u"false"_s); // its entries would be counted as well
    }

    void cleanup()
    {
        if (QTest::currentTestFailed())
            qInfo().noquote() << m_work->companionLog().right(3000);
        m_work->control(u"pbx/hangup-all"_s);
    }

    void cleanupTestCase() { m_work.reset(); }

    void everyCaseCostsWhatItShould_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<int>("calls");
        const auto row = [](const char* title, const QString& number, const QStringList& names,
                            int calls) {
            QTest::newRow(title) << number << names << calls;
        };
        row("hit", kMaria, {u"Contact Maria González"_s}, 1);
        row("the same again, in other words", u"(415) 555-1212"_s, {u"Contact Maria González"_s},
            0);
        row("miss", kNobody, {}, 2);
        row("the same again", kNobody, {}, 0);
        row("own extension", u"1001"_s, {}, 0);
        row("colleague", u"1002"_s, {}, 0);
        row("withheld", u"anonymous"_s, {}, 0);
        row("custom field", u"+14155551377"_s, {u"Contact Victor Reyes"_s}, 1);
        row("converted lead", u"+12065550155"_s, {u"Contact Walter Fisher"_s}, 1);
        row("full-width digits", u"+81355500101"_s, {u"Contact 太郎 山田"_s}, 1);
        row("contact before lead", kSame, {u"Contact Same Number"_s, u"Lead Same Number"_s}, 1);
    }

    void everyCaseCostsWhatItShould()
    {
        QFETCH(const QString, number);
        const int before = apiCalls();
        QTEST(found(lookUp(number)), "names");
        QTEST(apiCalls() - before, "calls");
    }

    void objectsAreSearchedInTheOrderOfTheSetting()
    {
        set(u"crm.objects"_s, u"Lead,Contact"_s);
        QCOMPARE(found(lookUp(kSame)),
                 (QStringList{u"Lead Same Number"_s, u"Contact Same Number"_s}));
        set(u"crm.objects"_s, u"Account"_s);
        QCOMPARE(found(lookUp(kSame)), QStringList());
        set(u"crm.objects"_s, u"Contact,Lead,Account"_s);
    }

    void lateAnswerFillsTheCardIn()
    {
        fault(u"slow"_s, 4000, 1, u"/search"_s);
        const auto opened = m_work->opened().size();
        const auto call = m_work->ring(u"+12065550101"_s);
        QTRY_COMPARE(crm(call), u"searching"_s);
        QCOMPARE(m_work->opened().size(), opened);
        QTRY_COMPARE_WITH_TIMEOUT(crm(call), u"found"_s, 10000);
        QTRY_COMPARE(m_work->opened().size(), opened + 1);
    }

    void twoCallsOfOneNumberAreOneLookup()
    {
        const int before = apiCalls();
        fault(u"slow"_s, 500, 1, u"/search"_s);
        const auto first = m_work->ring(kRobert);
        const auto second = m_work->ring(kRobert);
        QTRY_COMPARE(crm(first), u"found"_s);
        QTRY_COMPARE(crm(second), u"found"_s);
        QCOMPARE(apiCalls() - before, 1);
    }

    void alwaysQueryAsksForEachCallAndThePhonebookAnswersOtherwise()
    {
        set(u"sync.enabled"_s, u"true"_s);
        set(u"crm.alwaysQuery"_s, u"true"_s);
        for (int expected = 1; expected <= 2; ++expected) {
            const int before = apiCalls();
            const auto call = m_work->ring(u"+14155551301"_s);
            QTRY_COMPARE(crm(call), u"found"_s);
            QCOMPARE(apiCalls() - before, 1);
            m_work->control(u"pbx/hangup-all"_s);
            QTRY_COMPARE(one(call)["phase"_L1].toString(), u"ended"_s);
        }
        set(u"crm.alwaysQuery"_s, u"false"_s);
        const int before = apiCalls();
        const auto call = m_work->ring(u"+14155551301"_s);
        QTRY_COMPARE(crm(call), u"found"_s);
        QCOMPARE(apiCalls() - before, 0);
        QCOMPARE(lookUp(u"+14155551301"_s)["asked"_L1][0]["where"_L1].toString(), u"phonebook"_s);
        set(u"sync.enabled"_s, u"false"_s);
    }

    void matchesGoIntoThePbxsPhonebookAndStayThereAfterDisconnect()
    {
        set(u"sync.target"_s, u"pbx"_s);
        set(u"sync.enabled"_s, u"true"_s);
        const auto call = m_work->ring(u"+14165550143"_s);
        QTRY_COMPARE(crm(call), u"found"_s);
        // Whoever was matched while the phonebook was the local one goes in as well.
        QTRY_COMPARE(synchronised().size(), 2);
        QStringList names;
        const auto contacts = synchronised();
        for (const auto& contact : contacts) {
            names.append(contact["contact_name"_L1].toString());
            QVERIFY(contact["remark"_L1].toString().startsWith(u"CRM: "_s));
        }
        QVERIFY(names.contains(u"Noah Tremblay"_s) && names.contains(u"Aisha Williams"_s));
    }

    void nearlyUsedUpBudgetIsSaidAndHonoured()
    {
        fault(u"api-usage"_s, QJsonObject{{u"used"_s, 960}, {u"max"_s, 1000}});
        QVERIFY(!found(lookUp(u"+12065550108"_s)).isEmpty()); // lookups go on
        const QJsonValue status = m_work->status()["salesforce"_L1];
        QCOMPARE(status["apiMax"_L1].toInt(), 1000);
        QVERIFY(status["apiUsed"_L1].toInt() >= 960);
        QVERIFY(status["detail"_L1].toString().contains(u"only lookups"_s));
        fault(u"quota"_s, true, -1);
        QCOMPARE(m_work->say({u"lookup"_s, u"+14155550199"_s}).exit, 1);
        QCOMPARE(found(lookUp(u"+14155551301"_s)), QStringList{u"Contact Aisha Williams"_s});
        fault(u"quota"_s, true, 0);
        fault(u"api-usage"_s, QJsonObject{{u"used"_s, 10}, {u"max"_s, 15000}});
    }

    void whoeverAskedNotToBeCalledIsAskedAboutFirst()
    {
        const int before = dialled();
        const auto said = m_work->say({u"dial"_s, kDoNotCall});
        QCOMPARE(said.exit, 1);
        QVERIFY2(said.err.contains(u"asked not to be called"_s), qPrintable(said.err));
        set(u"dial.confirmLinks"_s, u"never"_s);
        QCOMPARE(m_work->say({QString(u"tel:"_s + kDoNotCall)}).exit, 0);
        QCOMPARE(m_work->say({u"tel:*724155551212"_s}).exit, 0); // would forward all calls
        QCOMPARE(m_work->say({u"tel:+14155551300"_s}).exit, 0);
        QTRY_COMPARE(dialled(), before + 1); // the last of them alone
        set(u"dial.confirmLinks"_s, u"unknown"_s);
    }

    void extensionBehindANumberIsSaidToBeForThePerson()
    {
        const auto said = m_work->say({u"dial"_s, u"+1 206 555 0100 x123"_s});
        QVERIFY2(said.exit == 0, qPrintable(said.err));
        QVERIFY(said.err.contains(u"123"_s));
        QTRY_VERIFY(!m_work->currentCall().isEmpty());
        QCOMPARE(m_work->currentCall()["remoteNumber"_L1].toString(), u"+12065550100"_s);
    }

    void languageChangesWhileTheProgramRuns()
    {
        const auto call = m_work->ring(kMaria);
        QTRY_COMPARE(crm(call), u"found"_s);
        set(u"ui.language"_s, u"de"_s);
        QTRY_VERIFY(m_work->status()["pbx"_L1]["detail"_L1].toString().contains(u"Verbunden"_s));
        QCOMPARE(crm(call), u"found"_s); // the windows were made anew, the call goes on
        set(u"ui.language"_s, u"en"_s);
        QTRY_VERIFY(m_work->status()["pbx"_L1]["detail"_L1].toString().contains(u"Connected"_s));
    }

    void fieldsHiddenMeanwhileAreDescribedAnewOnce()
    {
        fault(u"hide-field"_s, u"Contact.HomePhone"_s);
        int before = apiCalls();
        QCOMPARE(found(lookUp(u"+442079460101"_s)), QStringList{u"Contact Oliver Bennett"_s});
        QCOMPARE(apiCalls() - before, 3); // refused, described, found
        before = apiCalls();
        QCOMPARE(found(lookUp(u"+442079460102"_s)), QStringList{u"Contact Charlotte Hughes"_s});
        QCOMPARE(apiCalls() - before, 1);
        fault(u"hide-object"_s, u"Lead"_s);
        QCOMPARE(found(lookUp(u"+441314960201"_s)), QStringList{u"Contact Callum MacLeod"_s});
        fault(u"hide-object"_s, u"Lead"_s, 0);
        fault(u"hide-field"_s, u"Contact.HomePhone"_s, 0);
    }

    void personAccountIsFoundOnce()
    {
        fault(u"person-accounts"_s);
        const auto kept = synchronised().size();
        QVERIFY(kept > 0);
        QCOMPARE(m_work->say({u"sign-out"_s, u"salesforce"_s}).exit, 0);
        QCOMPARE(synchronised().size(), kept); // and may be edited on the PBX
        QVERIFY(m_work->setRedirectPorts());
        QCOMPARE(m_work->signInToSalesforce().exit, 0);
        const int before = searches();
        QCOMPARE(found(lookUp(u"+15035550160"_s)), QStringList{u"Account Paula Private"_s});
        QCOMPARE(searches() - before, 1);
    }
};

QTEST_GUILESS_MAIN(TestIntegrationDirectory)
#include "tst_integration_directory.moc"
