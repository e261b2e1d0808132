// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Creating records and writing calls in the sandbox's org, by HTTP.
#include "tests/salesforce/liveorg.h"

namespace companion {

using namespace Qt::StringLiterals;
using test::LiveOrg;

namespace {

    NewRecord contact(const QString& last, const QString& phone = u"+14155557100"_s)
    {
        return {
            .object = u"Contact"_s,
            .fields = {{u"FirstName"_s, u"Test"_s}, {u"LastName"_s, last}, {u"Phone"_s, phone}}};
    }

    JournalEntry entry(const QString& id, const RecordId& record)
    {
        return {.callObject = u"serial:%1:1001"_s.arg(id),
                .subject = u"Extension Call"_s,
                .description = u"Time: 31/01/2026 09:15:30\nFrom: Maria<+14155551212>"_s,
                .callType = u"Inbound"_s,
                .disposition = u"Answered"_s,
                .talkSeconds = 192,
                .activityDate = QDate(2026, 1, 31),
                .record = record};
    }

    QDateTime dayBefore()
    {
        return QDateTime::currentDateTimeUtc().addDays(-1);
    }

} // namespace

class TestOrgWrites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aContactIsCreatedWithItsPage();
    void anAutomaticContactHasTheGuidesName();
    void aLeadKeepsItsOwnerWhenAsked();
    void requiredAndUsualFieldsAreOffered();
    void aFieldThatTheOrgRequiresIsOffered();
    void whatMayNotBeCreatedIsSaid();
    void valuesTakeTheTypeOfTheirField();
    void aDuplicateIsNamedAndMayBeCreatedAnyway_data();
    void aDuplicateIsNamedAndMayBeCreatedAnyway();
    void aBlockedDuplicateIsNeverCreated();
    void aValidationRuleSpeaksForItself();
    void aMissingRequiredFieldIsNamed();
    void anAnswerCutAfterTheRecordWasMadeIsFoundByTheExactQuestion();
    void oneTaskIsWrittenWithEveryField();
    void twoHundredTasksAreOneCall();
    void moreThanTwoHundredAreSeveral();
    void aTaskOfALeadOrAnAccountIsLinkedToIt();
    void oneRefusedTaskDoesNotSpoilTheOthers();
    void aLockedRowIsToBeTriedAgain();
    void aTaskOfAnotherOrgIsNotSent();
    void aFieldThatMayNotBeWrittenIsLeftOut();
    void aWriteCutAfterTheCommitIsFoundAgain();
    void aWriteCutBeforeTheCommitIsNotFound();
    void tasksAreFoundByTheirCallsInOneCall();
    void aTaskOfLongAgoIsFoundByTheTimeOfItsCall();
    void noTaskIsFoundForACallThatWasNotWritten();
    void aFollowUpStaysOpen();
    void aNoteIsAppendedOnceAndLeavesPeoplesEditsAlone();
    void anOutcomeBecomesTheDisposition();
    void aTaskIsMovedToTheRecordThatWasChosen();
    void aLockedTaskIsAmendedAllTheSame();
    void anAmendmentWithoutNewsWritesNothing();
    void aDeletedTaskCannotBeAmended();
    void aSecondTaskIsTakenAway();
    void thePbxsOwnTaskIsFound();
    void outcomesAreTheOrgsOwn();
    void outcomesThatAnOrgMadeAreOfferedAndWritten();
    void aUsedUpQuotaIsSaidSo();

private:
    RecordId idOf(const QString& object, const QString& name)
    {
        return {object, m_live->row(object, u"Name"_s, name)[u"Id"_s].toString()};
    }
    QJsonObject task(const QString& callObject)
    {
        return m_live->row(u"Task"_s, u"CallObject"_s, callObject);
    }
    QString write(const JournalEntry& entry)
    {
        const auto answer = LiveOrg::outcome(m_live->client->writeTasks({entry}));
        return answer && *answer && (*answer)->first() ? *(*answer)->first() : QString();
    }
    bool amend(const QString& id, const JournalEntry& entry)
    {
        const auto answer = LiveOrg::outcome(m_live->client->amendTask(id, entry));
        return answer && *answer;
    }

    std::unique_ptr<LiveOrg> m_live;
    RecordId m_maria;
};

void TestOrgWrites::init()
{
    m_live = std::make_unique<LiveOrg>();
    QVERIFY(m_live->signIn());
    m_maria = idOf(u"Contact"_s, u"Maria González"_s);
    QVERIFY(m_maria.isValid());
}

void TestOrgWrites::cleanup()
{
    m_live.reset();
}

void TestOrgWrites::aContactIsCreatedWithItsPage()
{
    const int before = m_live->counted(u"api"_s);
    const auto answer = LiveOrg::outcome(m_live->client->create(contact(u"Person"_s)));
    QVERIFY(answer && *answer && (*answer)->created);
    const auto& made = *(*answer)->created;
    QCOMPARE(made.name, u"Test Person"_s);
    QCOMPARE(made.phones, QStringList{u"+14155557100"_s});
    QVERIFY(m_live->client->isOwnUrl(made.url));
    QCOMPARE(m_live->row(u"Contact"_s, u"Id"_s, made.record.id)[u"LastName"_s].toString(),
             u"Person"_s);
    QCOMPARE(m_live->counted(u"api"_s) - before, 1);
}

void TestOrgWrites::anAutomaticContactHasTheGuidesName()
{
    const NewRecord record{.object = u"Contact"_s,
                           .fields = {{u"FirstName"_s, u"Automatic New Contact"_s},
                                      {u"LastName"_s, u"-5503301"_s},
                                      {u"Phone"_s, u"5503301"_s}}};
    const auto answer = LiveOrg::outcome(m_live->client->create(record));
    QVERIFY(answer && *answer && (*answer)->created);
    QCOMPARE((*answer)->created->name, u"Automatic New Contact -5503301"_s);
}

void TestOrgWrites::aLeadKeepsItsOwnerWhenAsked()
{
    NewRecord lead{.object = u"Lead"_s,
                   .fields = {{u"LastName"_s, u"Lead"_s}, {u"Company"_s, u"+14155557101"_s}}};
    const auto answer = LiveOrg::outcome(m_live->client->create(lead));
    QVERIFY(answer && *answer && (*answer)->created);
    QCOMPARE((*answer)->created->account, u"+14155557101"_s);
    QCOMPARE(m_live->row(u"Lead"_s, u"Company"_s, u"+14155557101"_s)[u"OwnerId"_s].toString(),
             m_live->client->status().userId);
}

void TestOrgWrites::requiredAndUsualFieldsAreOffered()
{
    const auto contactFields = LiveOrg::outcome(m_live->client->fieldsToCreate(u"Contact"_s));
    QVERIFY(contactFields && *contactFields);
    QHash<QString, CrmField> offered;
    for (const auto& field : **contactFields)
        offered.insert(field.name, field);
    QCOMPARE(offered.keys().size(), 4);
    QVERIFY(offered.value(u"LastName"_s).isRequired);
    QCOMPARE(offered.value(u"LastName"_s).length, 80);
    QVERIFY(!offered.value(u"FirstName"_s).isRequired);
    QCOMPARE(offered.value(u"Phone"_s).kind, CrmField::Kind::Phone);
    QCOMPARE(offered.value(u"Phone"_s).label, u"Business Phone"_s);
    QCOMPARE(offered.value(u"Email"_s).kind, CrmField::Kind::Email);

    const auto leadFields = LiveOrg::outcome(m_live->client->fieldsToCreate(u"Lead"_s));
    QVERIFY(leadFields && *leadFields);
    const bool hasCompany =
        std::any_of((*leadFields)->cbegin(), (*leadFields)->cend(), [](const CrmField& field) {
            return field.name == u"Company"_s && field.isRequired;
        });
    QVERIFY(hasCompany);
}

void TestOrgWrites::aFieldThatTheOrgRequiresIsOffered()
{
    QVERIFY(m_live->fault(u"require-field"_s,
                          QJsonObject{{u"object"_s, u"Contact"_s},
                                      {u"field"_s, u"Region__c"_s},
                                      {u"label"_s, u"Region"_s}}));
    QVERIFY(m_live->signIn());
    const auto fields = LiveOrg::outcome(m_live->client->fieldsToCreate(u"Contact"_s));
    QVERIFY(fields && *fields);
    const CrmField region{.name = u"Region__c"_s,
                          .label = u"Region"_s,
                          .kind = CrmField::Kind::Text,
                          .isRequired = true,
                          .length = 80};
    QVERIFY((*fields)->contains(region));
}

void TestOrgWrites::whatMayNotBeCreatedIsSaid()
{
    QVERIFY(m_live->fault(u"not-createable"_s, u"Lead"_s));
    QVERIFY(m_live->fault(u"hide-object"_s, u"Account"_s));
    QVERIFY(m_live->signIn());
    for (const auto& object : {u"Lead"_s, u"Account"_s}) {
        const auto fields = LiveOrg::outcome(m_live->client->fieldsToCreate(object));
        QVERIFY(fields && !*fields);
        QCOMPARE(fields->error().kind, Error::Kind::Forbidden);
    }
}

void TestOrgWrites::valuesTakeTheTypeOfTheirField()
{
    auto record = contact(u"Typed"_s);
    record.fields.insert(u"DoNotCall"_s, u"true"_s);
    record.fields.insert(u"Birthdate"_s, u"1990-05-31"_s);
    record.fields.insert(u"Title"_s, u"  "_s);
    const auto answer = LiveOrg::outcome(m_live->client->create(record));
    QVERIFY(answer && *answer && (*answer)->created);
    const auto row = m_live->row(u"Contact"_s, u"LastName"_s, u"Typed"_s);
    QCOMPARE(row[u"DoNotCall"_s].toBool(), true);
    QCOMPARE(row[u"Birthdate"_s].toString(), u"1990-05-31"_s);
}

void TestOrgWrites::aDuplicateIsNamedAndMayBeCreatedAnyway_data()
{
    QTest::addColumn<QString>("spelling");
    QTest::newRow("as the server misspells it") << u"duplicateResut"_s;
    QTest::newRow("as it may be one day") << u"duplicateResult"_s;
}

void TestOrgWrites::aDuplicateIsNamedAndMayBeCreatedAnyway()
{
    QFETCH(QString, spelling);
    m_live->fault(u"duplicates"_s, QJsonObject{{u"mode"_s, u"alert"_s}, {u"spelling"_s, spelling}});
    auto record = contact(u"Twice"_s, u"(415) 555-1212"_s);
    const auto answer = LiveOrg::outcome(m_live->client->create(record));
    QVERIFY(answer && *answer);
    QVERIFY(!(*answer)->created);
    QVERIFY((*answer)->mayCreateAnyway);
    QCOMPARE((*answer)->duplicates.size(), 1);
    QCOMPARE((*answer)->duplicates.first().name, u"Maria González"_s);
    QCOMPARE((*answer)->duplicates.first().account, u"Golden Gate Logistics"_s);
    QVERIFY(m_live->client->isOwnUrl((*answer)->duplicates.first().url));
    QVERIFY((*answer)->sentence.contains(u"duplicate"_s));

    record.allowDuplicate = true;
    const auto again = LiveOrg::outcome(m_live->client->create(record));
    QVERIFY(again && *again && (*again)->created);
}

void TestOrgWrites::aBlockedDuplicateIsNeverCreated()
{
    m_live->fault(u"duplicates"_s, u"block"_s);
    auto record = contact(u"Twice"_s, u"(415) 555-1212"_s);
    record.allowDuplicate = true;
    const auto answer = LiveOrg::outcome(m_live->client->create(record));
    QVERIFY(answer && *answer);
    QVERIFY(!(*answer)->created);
    QVERIFY(!(*answer)->mayCreateAnyway);
    QVERIFY(m_live->row(u"Contact"_s, u"LastName"_s, u"Twice"_s).isEmpty());
}

void TestOrgWrites::aValidationRuleSpeaksForItself()
{
    m_live->fault(u"validation"_s,
                  QJsonObject{{u"object"_s, u"Contact"_s},
                              {u"message"_s, u"Bitte zuerst eine Region wählen."_s},
                              {u"field"_s, u"MailingState"_s}});
    const auto answer = LiveOrg::outcome(m_live->client->create(contact(u"Refused"_s)));
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().kind, Error::Kind::Rejected);
    QCOMPARE(answer->error().code, u"FIELD_CUSTOM_VALIDATION_EXCEPTION"_s);
    QCOMPARE(answer->error().sentence, u"Bitte zuerst eine Region wählen."_s);
    QCOMPARE(answer->error().fields, QStringList{u"MailingState"_s});
}

void TestOrgWrites::aMissingRequiredFieldIsNamed()
{
    const auto answer = LiveOrg::outcome(m_live->client->create(
        {.object = u"Lead"_s, .fields = {{u"LastName"_s, u"Companyless"_s}}}));
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().code, u"REQUIRED_FIELD_MISSING"_s);
    QCOMPARE(answer->error().fields, QStringList{u"Company"_s});
}

void TestOrgWrites::anAnswerCutAfterTheRecordWasMadeIsFoundByTheExactQuestion()
{
    m_live->fault(u"cut-after-commit"_s, 0, 1, u"sobjects/Contact"_s);
    const auto answer =
        LiveOrg::outcome(m_live->client->create(contact(u"Cut"_s, u"+14155557105"_s)));
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().kind, Error::Kind::Offline);
    const auto found = LiveOrg::outcome(m_live->client->lookUpExactly(
        PhoneNumber::read(u"+14155557105"_s, {}), {}, {u"Contact"_s}));
    QVERIFY(found && *found);
    QCOMPARE((*found)->matches.size(), 1);
}

void TestOrgWrites::oneTaskIsWrittenWithEveryField()
{
    auto written = entry(u"17.1"_s, m_maria);
    written.ownerId = m_live->client->status().userId;
    const int before = m_live->counted(u"api"_s);
    const QString id = write(written);
    QVERIFY(!id.isEmpty());
    QCOMPARE(m_live->counted(u"api"_s) - before, 1);
    const auto row = task(written.callObject);
    QCOMPARE(row[u"Id"_s].toString(), id);
    QCOMPARE(row[u"Subject"_s].toString(), u"Extension Call"_s);
    QCOMPARE(row[u"Description"_s].toString(), written.description);
    QCOMPARE(row[u"Status"_s].toString(), u"Completed"_s);
    QCOMPARE(row[u"TaskSubtype"_s].toString(), u"Call"_s);
    QCOMPARE(row[u"Type"_s].toString(), u"Call"_s);
    QCOMPARE(row[u"CallType"_s].toString(), u"Inbound"_s);
    QCOMPARE(row[u"CallDurationInSeconds"_s].toInt(), 192);
    QCOMPARE(row[u"CallDisposition"_s].toString(), u"Answered"_s);
    QCOMPARE(row[u"ActivityDate"_s].toString(), u"2026-01-31"_s);
    QCOMPARE(row[u"WhoId"_s].toString(), m_maria.id);
    QCOMPARE(row[u"OwnerId"_s].toString(), written.ownerId);
    QVERIFY(row[u"WhatId"_s].toString().isEmpty());
}

void TestOrgWrites::twoHundredTasksAreOneCall()
{
    QList<JournalEntry> entries;
    for (int i = 0; i < 200; ++i)
        entries.append(entry(u"18.%1"_s.arg(i), m_maria));
    const int before = m_live->counted(u"api"_s);
    const auto answer = LiveOrg::outcome(m_live->client->writeTasks(entries));
    QVERIFY(answer && *answer);
    QCOMPARE((*answer)->size(), 200);
    QCOMPARE(m_live->counted(u"api"_s) - before, 1);
    for (qsizetype i = 0; i < 200; i += 37) // in the order they were given
        QCOMPARE(*(*answer)->at(i), task(entries.at(i).callObject)[u"Id"_s].toString());
}

void TestOrgWrites::moreThanTwoHundredAreSeveral()
{
    QList<JournalEntry> entries;
    for (int i = 0; i < 201; ++i)
        entries.append(entry(u"19.%1"_s.arg(i), m_maria));
    const auto answer = LiveOrg::outcome(m_live->client->writeTasks(entries));
    QVERIFY(answer && *answer);
    QCOMPARE((*answer)->size(), 201);
    QCOMPARE(*(*answer)->last(), task(entries.last().callObject)[u"Id"_s].toString());
    QCOMPARE(m_live->counted(u"collections"_s), 2);
}

void TestOrgWrites::aTaskOfALeadOrAnAccountIsLinkedToIt()
{
    const auto lead = idOf(u"Lead"_s, u"Ann Lee"_s);
    const auto account = idOf(u"Account"_s, u"Northwind Traders"_s);
    QVERIFY(!write(entry(u"20.1"_s, lead)).isEmpty());
    QVERIFY(!write(entry(u"20.2"_s, account)).isEmpty());
    QCOMPARE(task(u"serial:20.1:1001"_s)[u"WhoId"_s].toString(), lead.id);
    QCOMPARE(task(u"serial:20.2:1001"_s)[u"WhatId"_s].toString(), account.id);
}

void TestOrgWrites::oneRefusedTaskDoesNotSpoilTheOthers()
{
    auto broken = entry(u"21.2"_s, {u"Contact"_s, u"0035g00000ZZZZZAA4"_s});
    const auto answer = LiveOrg::outcome(
        m_live->client->writeTasks({entry(u"21.1"_s, m_maria), broken, entry(u"21.3"_s, m_maria)}));
    QVERIFY(answer && *answer);
    QVERIFY((*answer)->at(0).has_value());
    QVERIFY(!(*answer)->at(1).has_value());
    QVERIFY((*answer)->at(2).has_value());
    QCOMPARE((*answer)->at(1).error().kind, Error::Kind::Rejected);
    QVERIFY(!(*answer)->at(1).error().sentence.isEmpty());
}

void TestOrgWrites::aLockedRowIsToBeTriedAgain()
{
    m_live->fault(u"lock-row"_s, {}, 1, u"Task"_s);
    const auto answer = LiveOrg::outcome(m_live->client->writeTasks({entry(u"22.1"_s, m_maria)}));
    QVERIFY(answer && *answer);
    QCOMPARE((*answer)->first().error().code, u"UNABLE_TO_LOCK_ROW"_s);
    QVERIFY(isRetryable((*answer)->first().error().kind));
    QVERIFY(task(u"serial:22.1:1001"_s).isEmpty());
}

void TestOrgWrites::aTaskOfAnotherOrgIsNotSent()
{
    auto foreign = entry(u"23.1"_s, m_maria);
    foreign.organizationId = u"00D5g00000Other0AA"_s;
    auto own = entry(u"23.2"_s, m_maria);
    own.organizationId = m_live->client->status().organizationId;
    const auto answer = LiveOrg::outcome(m_live->client->writeTasks({foreign, own}));
    QVERIFY(answer && *answer);
    QCOMPARE((*answer)->at(0).error().code, u"other_org"_s);
    QVERIFY((*answer)->at(1).has_value());
    QVERIFY(task(foreign.callObject).isEmpty());
}

void TestOrgWrites::aFieldThatMayNotBeWrittenIsLeftOut()
{
    QVERIFY(m_live->fault(u"hide-field"_s, u"Task.Type"_s)); // after it was described
    const QString id = write(entry(u"24.1"_s, m_maria));
    QVERIFY(!id.isEmpty());
    QCOMPARE(task(u"serial:24.1:1001"_s)[u"CallType"_s].toString(), u"Inbound"_s);
    QCOMPARE(m_live->counted(u"collections"_s), 2);
    QVERIFY(!write(entry(u"24.2"_s, m_maria)).isEmpty());
    QCOMPARE(m_live->counted(u"collections"_s), 3);
}

void TestOrgWrites::aWriteCutAfterTheCommitIsFoundAgain()
{
    const auto written = entry(u"25.1"_s, m_maria);
    m_live->fault(u"cut-after-commit"_s, 0);
    const auto answer = LiveOrg::outcome(m_live->client->writeTasks({written}));
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().kind, Error::Kind::Offline);
    const auto found = LiveOrg::outcome(m_live->client->findTask(written.callObject, dayBefore()));
    QVERIFY(found && *found);
    QCOMPARE(**found, task(written.callObject)[u"Id"_s].toString());
}

void TestOrgWrites::aWriteCutBeforeTheCommitIsNotFound()
{
    const auto written = entry(u"25.2"_s, m_maria);
    m_live->fault(u"cut-before-commit"_s);
    const auto answer = LiveOrg::outcome(m_live->client->writeTasks({written}));
    QVERIFY(answer && !*answer);
    const auto found = LiveOrg::outcome(m_live->client->findTask(written.callObject, dayBefore()));
    QVERIFY(found && *found);
    QCOMPARE(**found, QString());
}

void TestOrgWrites::tasksAreFoundByTheirCallsInOneCall()
{
    QStringList callObjects;
    QList<JournalEntry> entries;
    for (int i = 0; i < 200; ++i) {
        entries.append(entry(u"a-rather-long-call-identifier-%1"_s.arg(i), m_maria));
        callObjects.append(entries.last().callObject);
    }
    entries.append(entries.first()); // another computer wrote the same call
    for (const auto& part : {entries.mid(0, 150), entries.mid(150)})
        QVERIFY(LiveOrg::outcome(m_live->client->writeTasks(part)));
    const int before = m_live->counted(u"api"_s);
    const auto found = LiveOrg::outcome(m_live->client->findTasks(callObjects, dayBefore()));
    QVERIFY(found && *found);
    QCOMPARE((*found)->size(), 201);
    QVERIFY((*found)->first().createdAt.isValid());
    const auto twice = std::count_if((*found)->cbegin(), (*found)->cend(), [&](const auto& one) {
        return one.callObject == callObjects.first();
    });
    QCOMPARE(twice, 2);
    QCOMPARE(m_live->counted(u"api"_s) - before, 1);
}

void TestOrgWrites::aTaskOfLongAgoIsFoundByTheTimeOfItsCall()
{
    // Regression: only the last 30 days were looked through, and a computer that had been off for
    // longer wrote the call a second time.
    const auto written = entry(u"25.3"_s, m_maria);
    m_live->fault(u"clock-skew"_s, -40 * 24 * 3600);
    QVERIFY(LiveOrg::outcome(m_live->client->writeTasks({written})));
    m_live->fault(u"clock-skew"_s, 0);
    const auto called = QDateTime::currentDateTimeUtc().addDays(-40);
    const auto found =
        LiveOrg::outcome(m_live->client->findTask(written.callObject, called.addDays(-1)));
    QVERIFY(found && *found);
    QCOMPARE(**found, task(written.callObject)[u"Id"_s].toString());
    const auto later = LiveOrg::outcome(m_live->client->findTask(written.callObject, dayBefore()));
    QVERIFY(later && *later);
    QCOMPARE(**later, QString());
}

void TestOrgWrites::noTaskIsFoundForACallThatWasNotWritten()
{
    for (const auto& callObject : {u"serial:none:1001"_s, u"' OR CallObject != '"_s, QString()}) {
        const auto found = LiveOrg::outcome(m_live->client->findTask(callObject, dayBefore()));
        QVERIFY(found && *found);
        QCOMPARE(**found, QString());
    }
}

void TestOrgWrites::aFollowUpStaysOpen()
{
    auto followUp = entry(u"26.1"_s, m_maria);
    followUp.kind = JournalEntry::Kind::FollowUp;
    followUp.subject = u"Call back"_s;
    QVERIFY(!write(followUp).isEmpty());
    const auto row = task(followUp.callObject);
    QCOMPARE(row[u"Status"_s].toString(), u"Not Started"_s);
    QCOMPARE(row[u"WhoId"_s].toString(), m_maria.id);
    QVERIFY(row[u"CallType"_s].toString().isEmpty());
}

void TestOrgWrites::aNoteIsAppendedOnceAndLeavesPeoplesEditsAlone()
{
    auto call = entry(u"27.1"_s, m_maria);
    const QString id = write(call);
    const QString edited = call.description + u"\nJane: has paid meanwhile"_s;
    m_live->control("PATCH", u"record/"_s + id,
                    {{u"fields"_s, QJsonObject{{u"Description"_s, edited}}}});
    call.note = u"Wants a quote"_s;
    QVERIFY(amend(id, call));
    QVERIFY(amend(id, call)); // the first answer was lost, say
    QCOMPARE(task(call.callObject)[u"Description"_s].toString(),
             QString(edited + u"\nWants a quote"_s));

    call.writtenNote = call.note;
    call.note = u"Wants a quote by Friday"_s;
    QVERIFY(amend(id, call));
    QVERIFY(amend(id, call));
    QCOMPARE(task(call.callObject)[u"Description"_s].toString(),
             QString(edited + u"\nWants a quote by Friday"_s));
    QCOMPARE(task(call.callObject)[u"Subject"_s].toString(), call.subject);
}

void TestOrgWrites::anOutcomeBecomesTheDisposition()
{
    auto call = entry(u"28.1"_s, m_maria);
    const QString id = write(call);
    call.outcome = u"Call back"_s;
    QVERIFY(amend(id, call));
    QCOMPARE(task(call.callObject)[u"CallDisposition"_s].toString(), u"Call back"_s);
    QCOMPARE(task(call.callObject)[u"Description"_s].toString(), call.description);
}

void TestOrgWrites::aTaskIsMovedToTheRecordThatWasChosen()
{
    auto call = entry(u"29.1"_s, m_maria);
    const QString id = write(call);
    call.hasMoved = true;
    for (const auto& [object, name] :
         QList<std::pair<QString, QString>>{{u"Account"_s, u"Northwind Traders"_s},
                                            {u"Lead"_s, u"Ann Lee"_s},
                                            {u"Contact"_s, u"Leo Ball"_s}}) {
        call.record = idOf(object, name);
        QVERIFY(amend(id, call));
        const auto row = task(call.callObject);
        const bool isPerson = object != u"Account"_s;
        QCOMPARE(row[u"WhoId"_s].toString(), isPerson ? call.record.id : QString());
        QCOMPARE(row[u"WhatId"_s].toString(), isPerson ? QString() : call.record.id);
    }
}

void TestOrgWrites::aLockedTaskIsAmendedAllTheSame()
{
    auto call = entry(u"30.1"_s, m_maria);
    const QString id = write(call);
    m_live->fault(u"lock-row"_s, {}, 2, u"Task"_s);
    call.note = u"Wants a quote"_s;
    QVERIFY(amend(id, call));
    QVERIFY(task(call.callObject)[u"Description"_s].toString().endsWith(call.note));

    m_live->fault(u"lock-row"_s, {}, -1, u"Task"_s);
    call.note = u"Never gets there"_s;
    const auto answer = LiveOrg::outcome(m_live->client->amendTask(id, call));
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().code, u"UNABLE_TO_LOCK_ROW"_s);
}

void TestOrgWrites::anAmendmentWithoutNewsWritesNothing()
{
    auto call = entry(u"31.1"_s, m_maria);
    const QString id = write(call);
    QVERIFY(amend(id, call));
    QCOMPARE(m_live->counted(u"update"_s), 0);
}

void TestOrgWrites::aDeletedTaskCannotBeAmended()
{
    auto call = entry(u"32.1"_s, m_maria);
    const QString id = write(call);
    m_live->fault(u"delete-record"_s, id);
    call.note = u"too late"_s;
    for (const auto& each : {id, u"../Contact/003"_s}) {
        const auto answer = LiveOrg::outcome(m_live->client->amendTask(each, call));
        QVERIFY(answer && !*answer);
        QCOMPARE(answer->error().kind, Error::Kind::NotFound);
    }
}

void TestOrgWrites::aSecondTaskIsTakenAway()
{
    const auto call = entry(u"33.1"_s, m_maria);
    const QString id = write(call);
    for (int i = 0; i < 2; ++i) { // twice is once
        const auto answer = LiveOrg::outcome(m_live->client->removeTask(id));
        QVERIFY(answer && *answer);
    }
    QVERIFY(task(call.callObject).isEmpty());
}

void TestOrgWrites::thePbxsOwnTaskIsFound()
{
    auto call = entry(u"34.1"_s, m_maria);
    call.kind = JournalEntry::Kind::PbxNote;
    call.subject.clear();
    call.description.clear();
    call.remoteNumber = u"4155551212"_s; // as planned: to be found by
    call.startedAt = QDateTime::currentDateTimeUtc().addSecs(-100);
    call.endedAt = QDateTime::currentDateTimeUtc().addSecs(-2);
    const auto find = [&] {
        const auto answer = LiveOrg::outcome(m_live->client->findPbxTask(call));
        return answer && *answer ? **answer : u"error"_s;
    };
    QCOMPARE(find(), QString());
    const auto theirs = [&](const QString& text) {
        return m_live->create(u"Task"_s,
                              {{u"Subject"_s, u"Extension Call"_s},
                               {u"Description"_s, text},
                               {u"WhoId"_s, m_maria.id}});
    };
    theirs(u"Call from +14155559999"_s); // of the same person, of another number
    QVERIFY(!write(call).isEmpty()); // ours
    QCOMPARE(find(), QString());
    const QString right = theirs(u"Call from +14155551212"_s);
    QCOMPARE(find(), right);
}

void TestOrgWrites::outcomesAreTheOrgsOwn()
{
    const int before = m_live->counted(u"api"_s);
    const auto answer = LiveOrg::outcome(m_live->client->outcomes());
    QVERIFY(answer && *answer);
    QVERIFY((*answer)->isEmpty()); // this org has made none
    QCOMPARE(m_live->counted(u"api"_s), before);
}

void TestOrgWrites::outcomesThatAnOrgMadeAreOfferedAndWritten()
{
    const QStringList made{u"Sold"_s, u"Call back"_s};
    QVERIFY(m_live->fault(u"choices"_s,
                          QJsonObject{{u"object"_s, u"Task"_s},
                                      {u"field"_s, u"CallDisposition"_s},
                                      {u"values"_s, QJsonArray::fromStringList(made)}}));
    QVERIFY(LiveOrg::outcome(m_live->client->signOut()));
    QVERIFY(m_live->signIn());
    const auto answer = LiveOrg::outcome(m_live->client->outcomes());
    QVERIFY(answer && *answer);
    QCOMPARE(**answer, made);
    auto sold = entry(u"36.1"_s, m_maria);
    const auto id = write(sold);
    sold.outcome = u"Sold"_s;
    QVERIFY(amend(id, sold));
    QCOMPARE(task(sold.callObject)[u"CallDisposition"_s].toString(), u"Sold"_s);
}

void TestOrgWrites::aUsedUpQuotaIsSaidSo()
{
    m_live->fault(u"quota"_s);
    const auto answer = LiveOrg::outcome(m_live->client->writeTasks({entry(u"35.1"_s, m_maria)}));
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().kind, Error::Kind::RateLimited);
    QCOMPARE(answer->error().detail, u"daily limit"_s);
    m_live->fault(u"quota"_s, {}, 0);
    m_live->fault(u"concurrent"_s);
    const auto other = LiveOrg::outcome(m_live->client->writeTasks({entry(u"35.1"_s, m_maria)}));
    QVERIFY(other && !*other);
    QCOMPARE(other->error().detail, u"concurrent limit"_s);
    QCOMPARE(m_live->client->status().state, LinkState::Connected);
}

} // namespace companion

QTEST_GUILESS_MAIN(companion::TestOrgWrites)
#include "tst_salesforce_org_writes.moc"
