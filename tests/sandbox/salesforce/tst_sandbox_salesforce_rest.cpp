// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/orgcaller.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace companion::sandbox;

class TestSandboxRest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_caller.control("POST", u"reset"_s);
        QVERIFY(m_caller.signIn());
    }

    void versionsNeedNoToken()
    {
        const auto versions =
            OrgCaller::json(m_caller.org.handle(OrgCaller::request("GET", u"//services/data/"_s)))
                .toArray();
        QCOMPARE(versions.last().toObject(),
                 (QJsonObject{{u"label"_s, u"Summer '26"_s},
                              {u"url"_s, u"/services/data/v67.0"_s},
                              {u"version"_s, u"67.0"_s}}));
        QCOMPARE(versions.first().toObject().value("label"_L1).toString(), u"Summer '14"_s);
        QCOMPARE(versions.at(versions.size() - 3).toObject().value("label"_L1).toString(),
                 u"Winter '26"_s);
        QCOMPARE(m_caller.call("GET", u"/services/data/v30.0/limits"_s).status, 410);
        QCOMPARE(m_caller.call("GET", u"/services/data/v68.0/limits"_s).status, 404);
    }

    void recordLivesFromCreationToDeletion()
    {
        const auto created = m_caller.call("POST", u"sobjects/Contact"_s,
                                           QJsonObject{{u"FirstName"_s, u"Automatic New Contact"_s},
                                                       {u"LastName"_s, u"-5550199"_s},
                                                       {u"Phone"_s, u" 5550199 "_s}});
        QCOMPARE(created.status, 201);
        const QString id = OrgCaller::json(created).toObject().value("id"_L1).toString();
        QCOMPARE(OrgCaller::header(created, "Location"),
                 u"/services/data/v67.0/sobjects/Contact/%1"_s.arg(id).toLatin1());
        const QString path = u"sobjects/Contact/"_s + id;
        QCOMPARE(OrgCaller::json(m_caller.call("GET", path + u"?fields=Name,Phone"_s))
                     .toObject()
                     .value("Name"_L1)
                     .toString(),
                 u"Automatic New Contact -5550199"_s);
        QCOMPARE(
            OrgCaller::json(m_caller.call("GET", path)).toObject().value("Phone"_L1).toString(),
            u"5550199"_s);
        QCOMPARE(
            m_caller.call("PATCH", path, QJsonObject{{u"MobilePhone"_s, u"+15550199"_s}}).status,
            204);
        QCOMPARE(m_caller.call("DELETE", path).status, 204);
        const auto gone = m_caller.call("GET", path);
        QCOMPARE(gone.status, 404);
        QCOMPARE(OrgCaller::errorCode(gone), u"ENTITY_IS_DELETED"_s);
        QCOMPARE(OrgCaller::errorCode(
                     m_caller.call("PATCH", u"sobjects/Contact/0035g000000ZZZZ"_s, QJsonObject{})),
                 u"NOT_FOUND"_s);
        const auto withDeleted =
            m_caller.call("GET", u"queryAll?q=SELECT+Id+FROM+Contact+WHERE+IsDeleted=true"_s);
        QCOMPARE(OrgCaller::column(withDeleted, u"Id"_s), QStringList{id});
        const auto deleted =
            OrgCaller::json(m_caller.call("GET",
                                          u"sobjects/Contact/deleted/?start=%1&end=%2"_s.arg(
                                              m_yesterday, m_tomorrow)))
                .toObject();
        QCOMPARE(deleted.value("deletedRecords"_L1).toArray().size(), 1);
    }

    void writesAreRefused_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::newRow("last name missing")
            << u"Contact"_s << QJsonObject{{u"Phone"_s, u"1"_s}} << 400
            << u"REQUIRED_FIELD_MISSING"_s << u"Required fields are missing: [LastName]"_s;
        QTest::newRow("company missing")
            << u"Lead"_s << QJsonObject{{u"LastName"_s, u"x"_s}, {u"Company"_s, u"  "_s}} << 400
            << u"REQUIRED_FIELD_MISSING"_s << u"Required fields are missing: [Company]"_s;
        QTest::newRow("unknown field")
            << u"Contact"_s << QJsonObject{{u"LastName"_s, u"x"_s}, {u"Foo"_s, 1}} << 400
            << u"INVALID_FIELD"_s << u"No such column 'Foo' on sobject of type Contact"_s;
        QTest::newRow("read-only field") << u"Task"_s << QJsonObject{{u"IsClosed"_s, true}} << 400
                                         << u"INVALID_FIELD_FOR_INSERT_UPDATE"_s
                                         << u"Unable to create/update fields: IsClosed."_s;
        QTest::newRow("phone too long")
            << u"Contact"_s
            << QJsonObject{{u"LastName"_s, u"x"_s}, {u"Phone"_s, u"1"_s.repeated(41)}} << 400
            << u"STRING_TOO_LONG"_s << u"(max length=40)"_s;
        QTest::newRow("subject too long")
            << u"Task"_s << QJsonObject{{u"Subject"_s, u"x"_s.repeated(256)}} << 400
            << u"STRING_TOO_LONG"_s << u"Subject: data value too large: "_s;
        QTest::newRow("call type unknown")
            << u"Task"_s << QJsonObject{{u"CallType"_s, u"Foo"_s}} << 400
            << u"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"_s
            << u"Call Type: bad value for restricted picklist field: Foo"_s;
        QTest::newRow("bad address")
            << u"Contact"_s << QJsonObject{{u"LastName"_s, u"x"_s}, {u"Email"_s, u"no"_s}} << 400
            << u"INVALID_EMAIL_ADDRESS"_s << u"Email: invalid email address: no"_s;
        QTest::newRow("account id of the wrong kind")
            << u"Contact"_s
            << QJsonObject{{u"LastName"_s, u"x"_s}, {u"AccountId"_s, u"0035g0000000001"_s}} << 400
            << u"MALFORMED_ID"_s << u"Account ID: id value of incorrect type: 0035g0000000001"_s;
        QTest::newRow("who is nobody")
            << u"Task"_s << QJsonObject{{u"WhoId"_s, u"0035g00000zzzzz"_s}} << 400
            << u"INVALID_CROSS_REFERENCE_KEY"_s << u"invalid cross reference id"_s;
        QTest::newRow("date as people write it")
            << u"Task"_s << QJsonObject{{u"ActivityDate"_s, u"31.01.2026"_s}} << 400
            << u"JSON_PARSER_ERROR"_s << u"Cannot deserialize instance of date"_s;
        QTest::newRow("duration as text")
            << u"Task"_s << QJsonObject{{u"CallDurationInSeconds"_s, u"00:03:12"_s}} << 400
            << u"JSON_PARSER_ERROR"_s << u"Cannot deserialize instance of int"_s;
        QTest::newRow("users are read-only")
            << u"User"_s << QJsonObject{{u"LastName"_s, u"x"_s}} << 403
            << u"INSUFFICIENT_ACCESS_OR_READONLY"_s << u"insufficient access rights"_s;
        QTest::newRow("unknown object") << u"Nothing"_s << QJsonObject{} << 404 << u"NOT_FOUND"_s
                                        << u"The requested resource does not exist"_s;
    }

    void writesAreRefused()
    {
        QFETCH(QString, object);
        QFETCH(QJsonObject, fields);
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(QString, message);
        const auto response = m_caller.call("POST", u"sobjects/"_s + object, fields);
        QCOMPARE(response.status, status);
        QCOMPARE(OrgCaller::errorCode(response), code);
        QVERIFY2(OrgCaller::errorMessage(response).contains(message), response.body.constData());
    }

    void callIsLoggedAsTask()
    {
        const QString who = m_caller.idOf(u"Contact"_s, u"Leo Ball"_s);
        const QJsonObject call{
            {u"Subject"_s, u"Extension Call"_s},  {u"Status"_s, u"Completed"_s},
            {u"TaskSubtype"_s, u"Call"_s},        {u"CallType"_s, u"Inbound"_s},
            {u"CallDurationInSeconds"_s, 192},    {u"CallObject"_s, u"pbx1:17.5:1001"_s},
            {u"ActivityDate"_s, u"2026-01-31"_s}, {u"WhoId"_s, who}};
        QCOMPARE(m_caller.call("POST", u"sobjects/Task"_s, call).status, 201);
        const auto found =
            OrgCaller::json(
                m_caller.soql(
                    u"SELECT IsClosed, CompletedDateTime, AccountId, Priority FROM Task WHERE CallObject = 'pbx1:17.5:1001' AND CreatedDate = LAST_N_DAYS:7 LIMIT 1"_s))
                .toObject()
                .value("records"_L1)
                .toArray()
                .at(0)
                .toObject();
        QVERIFY(found.value("IsClosed"_L1).toBool());
        QVERIFY(found.value("CompletedDateTime"_L1).isString());
        QCOMPARE(found.value("AccountId"_L1).toString(),
                 m_caller.idOf(u"Account"_s, u"Northwind Traders"_s));
        QCOMPARE(found.value("Priority"_L1).toString(), u"Normal"_s);
    }

    void leadAndAccountDoNotGoTogetherInATask()
    {
        const QString who = m_caller.idOf(u"Lead"_s, u"Ann Lee"_s);
        const QString what = m_caller.idOf(u"Account"_s, u"Northwind Traders"_s);
        const auto response = m_caller.call("POST", u"sobjects/Task"_s,
                                            QJsonObject{{u"WhoId"_s, who}, {u"WhatId"_s, what}});
        QCOMPARE(OrgCaller::errorCode(response), u"FIELD_INTEGRITY_EXCEPTION"_s);
        QCOMPARE(m_caller.call("POST", u"sobjects/Task"_s, QJsonObject{{u"WhoId"_s, who}}).status,
                 201);
    }

    void convertedLeadIsReadOnlyAndLeadsToItsContact()
    {
        const auto row =
            OrgCaller::json(
                m_caller.soql(
                    u"SELECT Id, ConvertedContact.Name FROM Lead WHERE IsConverted = true"_s))
                .toObject()
                .value("records"_L1)
                .toArray()
                .at(0)
                .toObject();
        QCOMPARE(row.value("ConvertedContact"_L1).toObject().value("Name"_L1).toString(),
                 u"Walter Fisher"_s);
        const QString id = row.value("Id"_L1).toString();
        QCOMPARE(OrgCaller::errorCode(m_caller.call("PATCH", u"sobjects/Lead/"_s + id,
                                                    QJsonObject{{u"Title"_s, u"x"_s}})),
                 u"CANNOT_UPDATE_CONVERTED_LEAD"_s);
        QCOMPARE(OrgCaller::errorCode(
                     m_caller.call("POST", u"sobjects/Task"_s, QJsonObject{{u"WhoId"_s, id}})),
                 u"CANNOT_UPDATE_CONVERTED_LEAD"_s);
    }

    void upsertCreatesThenChanges()
    {
        const QJsonObject fields{{u"LastName"_s, u"Upserted"_s}, {u"Company"_s, u"x"_s}};
        const auto first = m_caller.call("PATCH", u"sobjects/Lead/External_Id__c/call-7"_s, fields);
        QCOMPARE(first.status, 201);
        const auto second =
            m_caller.call("PATCH", u"sobjects/Lead/External_Id__c/call-7"_s, fields);
        QCOMPARE(second.status, 200);
        QVERIFY(!OrgCaller::json(second).toObject().value("created"_L1).toBool());
        QCOMPARE(m_caller
                     .call("PATCH", u"/services/data/v45.0/sobjects/Lead/External_Id__c/call-7"_s,
                           fields)
                     .status,
                 204);
    }

    void describeTellsWhatAClientNeeds()
    {
        const auto response = m_caller.call("GET", u"sobjects/Contact/describe"_s);
        QStringList phones;
        QStringList required;
        for (const auto& item : OrgCaller::json(response).toObject().value("fields"_L1).toArray()) {
            const QJsonObject field = item.toObject();
            if (field.value("type"_L1) == u"phone"_s)
                phones.append(field.value("name"_L1).toString());
            if (!field.value("nillable"_L1).toBool() && field.value("createable"_L1).toBool()
                && !field.value("defaultedOnCreate"_L1).toBool())
                required.append(field.value("name"_L1).toString());
        }
        QVERIFY(phones.contains(u"Direct_Line__c"_s) && phones.contains(u"AssistantPhone"_s));
        QCOMPARE(required, QStringList{u"LastName"_s});
        const QByteArray stamp = OrgCaller::header(response, "Last-Modified");
        const auto unchanged = m_caller.call("GET", u"sobjects/Contact/describe"_s, {},
                                             {{"If-Modified-Since", stamp}});
        QCOMPARE(unchanged.status, 304);
        QVERIFY(unchanged.body.isEmpty());
    }

    void compositeAnswersEachPartAndCostsOneCall()
    {
        m_caller.fault(u"hide-object"_s, u"Lead"_s);
        m_caller.fault(u"api-usage"_s, QJsonObject{{u"used"_s, 100}, {u"max"_s, 15000}});
        const auto part = [](const QString& id, const QString& query) {
            return QJsonObject{{u"method"_s, u"GET"_s},
                               {u"referenceId"_s, id},
                               {u"url"_s, QString(u"/services/data/v67.0/query?q="_s + query)}};
        };
        const QJsonArray parts{
            part(
                u"c"_s,
                u"SELECT+Id,Name+FROM+Contact+WHERE+Phone+IN+('%2B14155551212','(415)+555-1212')"_s),
            part(u"l"_s, u"SELECT+Id+FROM+Lead"_s),
            part(u"org"_s, u"SELECT+OrganizationType,IsSandbox+FROM+Organization"_s)};
        const auto response =
            m_caller.call("POST", u"composite"_s,
                          QJsonObject{{u"allOrNone"_s, false}, {u"compositeRequest"_s, parts}});
        const auto answers =
            OrgCaller::json(response).toObject().value("compositeResponse"_L1).toArray();
        QCOMPARE(answers.at(0).toObject().value("body"_L1).toObject().value("totalSize"_L1).toInt(),
                 1);
        QCOMPARE(answers.at(1).toObject().value("httpStatusCode"_L1).toInt(), 400);
        QCOMPARE(answers.at(1)
                     .toObject()
                     .value("body"_L1)
                     .toArray()
                     .at(0)
                     .toObject()
                     .value("errorCode"_L1)
                     .toString(),
                 u"INVALID_TYPE"_s);
        QCOMPARE(answers.at(2)
                     .toObject()
                     .value("body"_L1)
                     .toObject()
                     .value("records"_L1)
                     .toArray()
                     .at(0)
                     .toObject()
                     .value("OrganizationType"_L1)
                     .toString(),
                 u"Enterprise Edition"_s);
        QCOMPARE(OrgCaller::header(response, "Sforce-Limit-Info"),
                 QByteArray("api-usage=101/15000"));
    }

    void compositeLinksItsPartsAndRollsBack()
    {
        const QJsonObject contact{{u"method"_s, u"POST"_s},
                                  {u"referenceId"_s, u"newContact"_s},
                                  {u"url"_s, u"/services/data/v67.0/sobjects/Contact"_s},
                                  {u"body"_s, QJsonObject{{u"LastName"_s, u"Linked"_s}}}};
        QJsonObject task{{u"method"_s, u"POST"_s},
                         {u"referenceId"_s, u"task"_s},
                         {u"url"_s, u"/services/data/v67.0/sobjects/Task"_s},
                         {u"body"_s, QJsonObject{{u"WhoId"_s, u"@{newContact.id}"_s}}}};
        const auto linked =
            m_caller.call("POST", u"composite"_s,
                          QJsonObject{{u"allOrNone"_s, true},
                                      {u"compositeRequest"_s, QJsonArray{contact, task}}});
        const auto answers =
            OrgCaller::json(linked).toObject().value("compositeResponse"_L1).toArray();
        QCOMPARE(answers.at(1).toObject().value("httpStatusCode"_L1).toInt(), 201);
        QCOMPARE(
            OrgCaller::column(m_caller.soql(u"SELECT WhoId FROM Task WHERE Who.Name = 'Linked'"_s),
                              u"WhoId"_s),
            QStringList{
                answers.at(0).toObject().value("body"_L1).toObject().value("id"_L1).toString()});

        task.insert(u"body"_s,
                    QJsonObject{{u"WhoId"_s, u"@{newContact.id}"_s}, {u"CallType"_s, u"Nope"_s}});
        const auto broken =
            m_caller.call("POST", u"composite"_s,
                          QJsonObject{{u"allOrNone"_s, true},
                                      {u"compositeRequest"_s, QJsonArray{contact, task}}});
        QVERIFY(broken.body.contains("PROCESSING_HALTED"));
        QCOMPARE(OrgCaller::column(
                     m_caller.soql(u"SELECT Id FROM Contact WHERE LastName = 'Linked'"_s), u"Id"_s)
                     .size(),
                 1);
    }

    void compositeKnowsItsLimits()
    {
        const auto send = [this](int count, const QString& url) {
            QJsonArray parts;
            for (int i = 0; i < count; ++i)
                parts.append(QJsonObject{
                    {u"method"_s, u"GET"_s}, {u"referenceId"_s, u"r%1"_s.arg(i)}, {u"url"_s, url}});
            return m_caller.call("POST", u"composite"_s,
                                 QJsonObject{{u"compositeRequest"_s, parts}});
        };
        const QString query = u"/services/data/v67.0/query?q=SELECT+Id+FROM+User"_s;
        QCOMPARE(send(5, query).status, 200);
        QCOMPARE(send(6, query).status, 400);
        QCOMPARE(send(25, u"/services/data/v67.0/sobjects"_s).status, 200);
        QCOMPARE(send(26, u"/services/data/v67.0/sobjects"_s).status, 400);
        QVERIFY(
            send(1, u"/services/data/v67.0/search?q=FIND+%7BJohn%7D"_s).body.contains("NOT_FOUND"));
    }

    void batchCostsACallForEachPart()
    {
        m_caller.fault(u"api-usage"_s, QJsonObject{{u"used"_s, 10}, {u"max"_s, 100}});
        const QJsonArray parts{
            QJsonObject{
                {u"method"_s, u"GET"_s},
                {u"url"_s,
                 u"v67.0/search?q=FIND+%7B5503301%7D+IN+PHONE+FIELDS+RETURNING+Contact(Id)"_s}},
            QJsonObject{{u"method"_s, u"GET"_s}, {u"url"_s, u"v67.0/limits"_s}}};
        const auto response =
            m_caller.call("POST", u"composite/batch"_s, QJsonObject{{u"batchRequests"_s, parts}});
        QCOMPARE(OrgCaller::header(response, "Sforce-Limit-Info"), QByteArray("api-usage=12/100"));
        const auto results = OrgCaller::json(response).toObject().value("results"_L1).toArray();
        QCOMPARE(results.at(0)
                     .toObject()
                     .value("result"_L1)
                     .toObject()
                     .value("searchRecords"_L1)
                     .toArray()
                     .size(),
                 1);
    }

    void collectionsAnswerEachRow()
    {
        const auto row = [](const QString& type) {
            return QJsonObject{{u"attributes"_s, QJsonObject{{u"type"_s, u"Task"_s}}},
                               {u"Subject"_s, u"Queued"_s},
                               {u"CallType"_s, type}};
        };
        const auto response = m_caller.call(
            "POST", u"composite/sobjects"_s,
            QJsonObject{{u"allOrNone"_s, false},
                        {u"records"_s, QJsonArray{row(u"Inbound"_s), row(u"Nope"_s)}}});
        QCOMPARE(response.status, 200);
        const auto results = OrgCaller::json(response).toArray();
        QVERIFY(results.at(0).toObject().value("success"_L1).toBool());
        const auto error = results.at(1).toObject().value("errors"_L1).toArray().at(0).toObject();
        QCOMPARE(error.value("statusCode"_L1).toString(),
                 u"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"_s);
        QCOMPARE(error.value("fields"_L1).toArray().at(0).toString(), u"CallType"_s);
        m_caller.call("POST", u"composite/sobjects"_s,
                      QJsonObject{{u"allOrNone"_s, true},
                                  {u"records"_s, QJsonArray{row(u"Inbound"_s), row(u"Nope"_s)}}});
        const auto ids = OrgCaller::column(
            m_caller.soql(u"SELECT Id FROM Task WHERE Subject = 'Queued'"_s), u"Id"_s);
        QCOMPARE(ids.size(), 1);
        const auto removed =
            OrgCaller::json(m_caller.call("DELETE", u"composite/sobjects?ids="_s + ids.at(0)))
                .toArray();
        QVERIFY(removed.at(0).toObject().value("success"_L1).toBool());
    }

    void formOfTheRequestIsChecked()
    {
        QCOMPARE(m_caller.call("PUT", u"sobjects/Contact"_s).status, 405);
        const auto text = m_caller.org.handle(
            OrgCaller::request("POST", u"/services/data/v67.0/sobjects/Contact"_s, "{}",
                               {{"Authorization", "Bearer " + m_caller.accessToken.toLatin1()},
                                {"Content-Type", "text/plain"}}));
        QCOMPARE(text.status, 415);
        const auto broken = m_caller.org.handle(
            OrgCaller::request("POST", u"/services/data/v67.0/sobjects/Contact"_s, "{\"LastName\":",
                               {{"Authorization", "Bearer " + m_caller.accessToken.toLatin1()},
                                {"Content-Type", "application/json"}}));
        QCOMPARE(OrgCaller::errorCode(broken), u"JSON_PARSER_ERROR"_s);
        QCOMPARE(m_caller
                     .soql(u"SELECT Id FROM Contact WHERE LastName = '"_s + u"x"_s.repeated(17000)
                           + u"'"_s)
                     .status,
                 414);
        const auto basic = m_caller.org.handle(OrgCaller::request(
            "GET", u"/services/data/v67.0/limits"_s, {}, {{"Authorization", "Basic abc"}}));
        QCOMPARE(OrgCaller::errorCode(basic), u"INVALID_AUTH_HEADER"_s);
    }

    void faultsHappenAsOftenAsAsked_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("401-once") << u"401-once"_s << 401 << QByteArray("INVALID_SESSION_ID");
        QTest::newRow("401-no-rest")
            << u"401-no-rest"_s << 401
            << QByteArray("This session is not valid for use with the REST API");
        QTest::newRow("quota") << u"quota"_s << 403 << QByteArray("TotalRequests Limit exceeded.");
        QTest::newRow("concurrent") << u"concurrent"_s << 403 << QByteArray("ConcurrentRequests");
        QTest::newRow("html-500") << u"html-500"_s << 500 << QByteArray("<html>");
        QTest::newRow("503") << u"503"_s << 503 << QByteArray("SERVER_UNAVAILABLE");
        QTest::newRow("api-disabled")
            << u"api-disabled"_s << 403 << QByteArray("API_DISABLED_FOR_ORG");
        QTest::newRow("garbage-json") << u"garbage-json"_s << 200 << QByteArray("\"Cont");
    }

    void faultsHappenAsOftenAsAsked()
    {
        QFETCH(QString, fault);
        QFETCH(int, status);
        QFETCH(QByteArray, content);
        QVERIFY(m_caller.fault(fault, {}, 2));
        for (int i = 0; i < 2; ++i) {
            const auto response = m_caller.soql(u"SELECT Id FROM User"_s);
            QCOMPARE(response.status, status);
            QVERIFY2(response.body.contains(content), response.body.constData());
        }
        QCOMPARE(m_caller.soql(u"SELECT Id FROM User"_s).status, 200);
    }

    void faultMayBeMeantForOneKindOfRequest()
    {
        m_caller.fault(u"html-500"_s, {}, -1, u"sobjects/Task"_s);
        QCOMPARE(m_caller.soql(u"SELECT Id FROM User"_s).status, 200);
        QCOMPARE(m_caller.call("POST", u"sobjects/Task"_s, QJsonObject{}).status, 500);
        m_caller.fault(u"html-500"_s, {}, 0, u"sobjects/Task"_s);
        QCOMPARE(m_caller.call("POST", u"sobjects/Task"_s, QJsonObject{}).status, 201);
    }

    void cutConnectionHasWrittenOrNot()
    {
        const QJsonObject task{{u"CallObject"_s, u"cut"_s}};
        m_caller.fault(u"cut-after-commit"_s, 12);
        QCOMPARE(m_caller.call("POST", u"sobjects/Task"_s, task).cutAfterBytes.value_or(-1), 12);
        QCOMPARE(OrgCaller::column(m_caller.soql(u"SELECT Id FROM Task WHERE CallObject = 'cut'"_s),
                                   u"Id"_s)
                     .size(),
                 1);
        m_caller.fault(u"cut-before-commit"_s);
        QCOMPARE(m_caller.call("POST", u"sobjects/Task"_s, task).cutAfterBytes.value_or(-1), 0);
        QCOMPARE(OrgCaller::column(m_caller.soql(u"SELECT Id FROM Task WHERE CallObject = 'cut'"_s),
                                   u"Id"_s)
                     .size(),
                 1);
    }

    void lockedRowIsFreeAgainAfterTheAskedTimes()
    {
        m_caller.fault(u"lock-row"_s, {}, 2);
        QCOMPARE(OrgCaller::errorCode(m_caller.call("POST", u"sobjects/Task"_s, QJsonObject{})),
                 u"UNABLE_TO_LOCK_ROW"_s);
        QCOMPARE(OrgCaller::errorCode(m_caller.call("POST", u"sobjects/Task"_s, QJsonObject{})),
                 u"UNABLE_TO_LOCK_ROW"_s);
        QCOMPARE(m_caller.call("POST", u"sobjects/Task"_s, QJsonObject{}).status, 201);
    }

    void duplicateRuleWarnsOrBlocks_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("spelling");
        QTest::addColumn<int>("second");
        QTest::newRow("alert") << u"alert"_s << u"duplicateResut"_s << 201;
        QTest::newRow("alert in the other spelling") << u"alert"_s << u"duplicateResult"_s << 201;
        QTest::newRow("block") << u"block"_s << u"duplicateResut"_s << 400;
    }

    void duplicateRuleWarnsOrBlocks()
    {
        QFETCH(QString, mode);
        QFETCH(QString, spelling);
        QFETCH(int, second);
        QVERIFY(m_caller.fault(u"duplicates"_s,
                               QJsonObject{{u"mode"_s, mode}, {u"spelling"_s, spelling}}));
        const QJsonObject leo{{u"FirstName"_s, u"Leonard"_s},
                              {u"LastName"_s, u"Ball"_s},
                              {u"Phone"_s, u"550-3301"_s}};
        const auto response = m_caller.call("POST", u"sobjects/Contact"_s, leo);
        QCOMPARE(response.status, 400);
        QCOMPARE(OrgCaller::errorCode(response), u"DUPLICATES_DETECTED"_s);
        const auto result =
            OrgCaller::json(response).toArray().at(0).toObject().value(spelling).toObject();
        QCOMPARE(result.value("allowSave"_L1).toBool(), mode == "alert"_L1);
        const auto match = result.value("matchResults"_L1)
                               .toArray()
                               .at(0)
                               .toObject()
                               .value("matchRecords"_L1)
                               .toArray()
                               .at(0)
                               .toObject();
        QCOMPARE(match.value("record"_L1).toObject().value("Id"_L1).toString(),
                 m_caller.idOf(u"Contact"_s, u"Leo Ball"_s));
        QCOMPARE(m_caller
                     .call("POST", u"sobjects/Contact"_s, leo,
                           {{"Sforce-Duplicate-Rule-Header", "allowSave=true"}})
                     .status,
                 second);
    }

    void rulesOfTheOrgRefuseWrites()
    {
        const QJsonObject contact{{u"LastName"_s, u"Ruled"_s}};
        m_caller.fault(
            u"validation"_s,
            QJsonObject{{u"object"_s, u"Contact"_s}, {u"message"_s, u"Please enter a region."_s}});
        const auto ruled = m_caller.call("POST", u"sobjects/Contact"_s, contact);
        QCOMPARE(OrgCaller::errorCode(ruled), u"FIELD_CUSTOM_VALIDATION_EXCEPTION"_s);
        QCOMPARE(OrgCaller::errorMessage(ruled), u"Please enter a region."_s);
        m_caller.fault(u"validation"_s, {}, 0);
        m_caller.fault(u"require-field"_s,
                       QJsonObject{{u"object"_s, u"Contact"_s},
                                   {u"field"_s, u"Region__c"_s},
                                   {u"label"_s, u"Region"_s}});
        QCOMPARE(OrgCaller::errorCode(m_caller.call("POST", u"sobjects/Contact"_s, contact)),
                 u"REQUIRED_FIELD_MISSING"_s);
        m_caller.fault(u"not-createable"_s, u"Contact"_s);
        QCOMPARE(m_caller.call("POST", u"sobjects/Contact"_s, contact).status, 403);
    }

    void quotaIsCountedAndRefuses()
    {
        m_caller.fault(u"api-usage"_s, QJsonObject{{u"used"_s, 14999}, {u"max"_s, 15000}});
        const auto last = m_caller.call("GET", u"limits"_s);
        QCOMPARE(OrgCaller::header(last, "Sforce-Limit-Info"), QByteArray("api-usage=15000/15000"));
        const auto refused = m_caller.call("GET", u"limits"_s);
        QCOMPARE(refused.status, 403);
        QCOMPARE(OrgCaller::errorCode(refused), u"REQUEST_LIMIT_EXCEEDED"_s);
    }

    void personAccountsAreThereWhenSwitchedOn()
    {
        QVERIFY(m_caller.idOf(u"Contact"_s, u"Paula Private"_s).isEmpty());
        m_caller.fault(u"person-accounts"_s, true);
        const auto row =
            OrgCaller::json(
                m_caller.soql(
                    u"SELECT PersonContactId, PersonMobilePhone FROM Account WHERE IsPersonAccount = true"_s))
                .toObject()
                .value("records"_L1)
                .toArray()
                .at(0)
                .toObject();
        QCOMPARE(row.value("PersonContactId"_L1).toString(),
                 m_caller.idOf(u"Contact"_s, u"Paula Private"_s));
    }

    void mergedRecordNamesItsSuccessor()
    {
        const QString from = m_caller.idOf(u"Contact"_s, u"Emily Clark"_s);
        const QString into = m_caller.idOf(u"Contact"_s, u"Henry Clark"_s);
        QVERIFY(
            m_caller.fault(u"merge-record"_s, QJsonObject{{u"from"_s, from}, {u"into"_s, into}}));
        QCOMPARE(OrgCaller::errorCode(m_caller.call("GET", u"sobjects/Contact/"_s + from)),
                 u"ENTITY_IS_DELETED"_s);
        const auto all = m_caller.call(
            "GET", u"queryAll?q=SELECT+MasterRecordId+FROM+Contact+WHERE+FirstName='Emily'"_s);
        QCOMPARE(OrgCaller::column(all, u"MasterRecordId"_s), QStringList{into});
        QCOMPARE(OrgCaller::errorCode(
                     m_caller.call("POST", u"sobjects/Task"_s, QJsonObject{{u"WhoId"_s, from}})),
                 u"INVALID_CROSS_REFERENCE_KEY"_s);
    }

    void resetMayKeepTheSignIn()
    {
        m_caller.control("POST", u"fill"_s, {{u"count"_s, 3000}});
        QCOMPARE(OrgCaller::column(
                     m_caller.sosl(u"FIND {9172002999} IN PHONE FIELDS RETURNING Contact(Name)"_s),
                     u"Name"_s),
                 QStringList{u"Person Number002999"_s});
        const auto page = OrgCaller::json(m_caller.soql(u"SELECT Id FROM Contact"_s)).toObject();
        QCOMPARE(page.value("records"_L1).toArray().size(), 2000);
        m_caller.control("POST", u"reset"_s, {{u"keepSignIn"_s, true}});
        QCOMPARE(m_caller.call("GET", u"limits"_s).status, 200);
        m_caller.control("POST", u"reset"_s);
        QCOMPARE(m_caller.call("GET", u"limits"_s).status, 401);
    }

    void gzippedAnswerIsWellFormed()
    {
        m_caller.fault(u"gzip"_s, true);
        const auto plain = m_caller.call("GET", u"sobjects/Contact/describe"_s);
        const auto packed = m_caller.call("GET", u"sobjects/Contact/describe"_s, {},
                                          {{"Accept-Encoding", "gzip, deflate"}});
        QCOMPARE(OrgCaller::header(packed, "Content-Encoding"), QByteArray("gzip"));
        QVERIFY(packed.body.startsWith(QByteArray("\x1f\x8b\x08"))
                && packed.body.size() < plain.body.size() / 2);
    }

    void pagesShowTheRecordAndItsCalls()
    {
        const QString id = m_caller.idOf(u"Contact"_s, u"Leo Ball"_s);
        m_caller.control(
            "POST", u"record"_s,
            {{u"object"_s, u"Task"_s},
             {u"fields"_s, QJsonObject{{u"WhoId"_s, id}, {u"Subject"_s, u"First <call>"_s}}}});
        m_caller.control(
            "POST", u"record"_s,
            {{u"object"_s, u"Task"_s},
             {u"fields"_s,
              QJsonObject{{u"WhoId"_s, id},
                          {u"Subject"_s, u"Second call"_s},
                          {u"Description"_s, u"Recording: https://pbx.acme.example/rec/1"_s}}}});
        for (const auto& path :
             {u"/lightning/r/Contact/%1/view"_s.arg(id), u"/%1"_s.arg(id.left(15))}) {
            const QString page =
                QString::fromUtf8(m_caller.org.handle(OrgCaller::request("GET", path)).body);
            QVERIFY(page.contains(u"<title>Leo Ball</title>"_s));
            QVERIFY(page.contains(
                u"<a class=\"recording\" href=\"https://pbx.acme.example/rec/1\">"_s));
            QVERIFY(page.contains(u"First &lt;call&gt;"_s));
            QVERIFY(page.indexOf(u"Second call"_s) < page.indexOf(u"First &lt;call"_s));
        }
        QCOMPARE(m_caller.org.handle(OrgCaller::request("GET", u"/0035g000000ZZZZ"_s)).status, 404);
        QVERIFY(m_caller.org.handle(OrgCaller::request("GET", u"/"_s))
                    .body.contains("Maria Gonz\u00e1lez"));
        const QString form = QString::fromUtf8(
            m_caller.org
                .handle(OrgCaller::request(
                    "GET",
                    u"/lightning/o/Contact/new?defaultFieldValues=LastName=Roe%252C%2520Jr.,Phone=%252B14155551212"_s))
                .body);
        QVERIFY(form.contains(u"value=\"Roe, Jr.\""_s)
                && form.contains(u"value=\"+14155551212\""_s));
    }

    void stateTellsWhatWasAsked()
    {
        m_caller.soql(u"SELECT Id FROM User"_s);
        m_caller.sosl(u"FIND {5503301} IN PHONE FIELDS RETURNING Contact(Id)"_s);
        const QJsonObject state = m_caller.control("GET", u"state"_s);
        QCOMPARE(state.value("calls"_L1).toObject().value("query"_L1).toInt(), 1);
        QCOMPARE(state.value("calls"_L1).toObject().value("search"_L1).toInt(), 1);
        QCOMPARE(state.value("statements"_L1).toArray().size(), 2);
        QCOMPARE(
            state.value("statements"_L1).toArray().at(1).toObject().value("kind"_L1).toString(),
            u"sosl"_s);
        QVERIFY(m_caller.org.people().size() >= 60);
    }

    void recordsAreEditedAndDeletedByControl()
    {
        const auto made =
            m_caller.control("POST", u"record"_s,
                             {{u"object"_s, u"Contact"_s},
                              {u"fields"_s, QJsonObject{{u"LastName"_s, u"Controlled"_s}}}});
        const QString id = made.value("id"_L1).toString();
        QVERIFY(m_caller
                    .control("PATCH", u"record/"_s + id,
                             {{u"fields"_s, QJsonObject{{u"Phone"_s, u"1"_s}}}})
                    .value("ok"_L1)
                    .toBool());
        QVERIFY(m_caller.control("DELETE", u"record/"_s + id).value("ok"_L1).toBool());
        QVERIFY(m_caller.idOf(u"Contact"_s, u"Controlled"_s).isEmpty());
        QVERIFY(!m_caller.fault(u"no-such-fault"_s));
    }

private:
    OrgCaller m_caller;
    QString m_yesterday = QDateTime::currentDateTimeUtc().addDays(-1).toString(Qt::ISODate);
    QString m_tomorrow = QDateTime::currentDateTimeUtc().addDays(1).toString(Qt::ISODate);
};

QTEST_GUILESS_MAIN(TestSandboxRest)
#include "tst_sandbox_salesforce_rest.moc"
