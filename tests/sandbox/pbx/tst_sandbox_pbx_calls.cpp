// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Call control, records, recordings and books of the sandbox PBX: cloudone-pbx-api.md A5 to A9.
#include "tests/sandbox/pbx/pbxcaller.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace companion::sandbox;

class TestSandboxPbxCalls : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<CloudOnePbx> m_pbx;
    std::unique_ptr<PbxCaller> m_caller;
    std::unique_ptr<PbxListener> m_listener;

    PbxCaller::Answer control(const QByteArray& what, const QJsonObject& order = {}) const
    {
        return m_caller->send("POST", "/control/pbx/" + what, "Connection: close\r\n",
                              QJsonDocument(order).toJson());
    }

    QString callIn(QJsonObject order = {}) const
    {
        if (!order.contains("from"_L1))
            order.insert("from"_L1, u"+14155551212"_s);
        return control("call", order).json().value("callId"_L1).toString();
    }

    int onChannel(const QByteArray& endpoint, const QString& channel, QJsonObject more = {}) const
    {
        more.insert("channel_id"_L1, channel);
        return m_caller->post(endpoint, more).code();
    }

    QString ownChannel(const QString& call) const
    {
        return m_pbx->exchange().channelOf(call, u"1001"_s);
    }

    QStringList heard() const { return m_listener->shortly().mid(1); }

    //! \brief One recorded call of 21 seconds; its recording's name.
    QString recordedCall() const
    {
        const auto call = callIn({{u"recorded"_s, true}});
        control("answer");
        m_pbx->exchange().advanceClock(call, 21000);
        control("hangup");
        return m_pbx->archive().records().constLast().recording;
    }

private Q_SLOTS:
    void init()
    {
        m_pbx = std::make_unique<CloudOnePbx>();
        QVERIFY(m_pbx->listen());
        m_caller = std::make_unique<PbxCaller>(*m_pbx);
        QCOMPARE(m_caller->signIn(*m_pbx), 0);
        m_listener = std::make_unique<PbxListener>(*m_pbx, m_caller->token);
        QTRY_VERIFY(m_listener->socket.isValid());
        m_listener->subscribe({30011, 30012, 30013, 30014, 30015});
        QTRY_COMPARE(m_listener->heard.size(), 1);
    }

    void cleanup()
    {
        m_listener.reset();
        m_caller.reset();
        m_pbx.reset();
    }

    void dialRingsTheOwnPhoneFirst()
    {
        const auto answer =
            m_caller->post("call/dial", {{u"caller"_s, u"1001"_s}, {u"callee"_s, u"5503301"_s}});
        QCOMPARE(answer.code(), 0);
        static const QRegularExpression kId(u"^\\d+\\.\\d{6}$"_s);
        const auto id = answer.json().value("call_id"_L1).toString();
        QVERIFY(kId.match(id).hasMatch());
        QTRY_COMPARE(heard(), QStringList{u"1001:RING"_s});
        control("answer");
        control("answer");
        QTRY_COMPARE(heard().mid(1),
                     (QStringList{u"1001:ALERT out:RING"_s, u"1001:ANSWERED out:ANSWER"_s}));
        control("hangup");
        QTRY_COMPARE(heard().last(), u"=ANSWERED Outbound 0"_s);
        QCOMPARE(m_pbx->archive().records().constLast().callId, id);
    }

    void dialPicksUpByItselfWhereToldSo()
    {
        control("settings", {{u"farEndMs"_s, 1}});
        m_caller->post(
            "call/dial",
            {{u"caller"_s, u"1001"_s}, {u"callee"_s, u"1003"_s}, {u"auto_answer"_s, u"yes"_s}});
        QTRY_COMPARE(heard().value(2), u"1001:ANSWERED 1003:ANSWER"_s);
    }

    void dialFailsAsTheFarEndDoes_data()
    {
        QTest::addColumn<QString>("callee");
        QTest::addColumn<QString>("failure");
        QTest::addColumn<QString>("record");
        QTest::newRow("no such number")
            << u"4155550404"_s << u"30015 404 NOT found 1001:BYE"_s << u"=FAILED Outbound 0"_s;
        QTest::newRow("no answer") << u"4155550408"_s << u"30015 408 Request Time 1001:BYE"_s
                                   << u"=NO ANSWER Outbound 0"_s;
        QTest::newRow("busy") << u"4155550486"_s << u"30015 486 Busy here 1001:BYE"_s
                              << u"=BUSY Outbound 0"_s;
        QTest::newRow("declined") << u"4155550603"_s << u"30015 603 Declined 1001:BYE"_s
                                  << u"=BUSY Outbound 0"_s;
        QTest::newRow("no line") << u"4155550020"_s << u"30015 Line Unreachable 1001:BYE"_s
                                 << u"=FAILED Outbound 0"_s;
    }

    void dialFailsAsTheFarEndDoes()
    {
        QFETCH(const QString, callee);
        m_caller->post(
            "call/dial",
            {{u"caller"_s, u"1001"_s}, {u"callee"_s, callee}, {u"auto_answer"_s, u"yes"_s}});
        QTRY_COMPARE(heard().filter(u"="_s).size(), 1);
        QTEST(heard().filter(u"30015"_s).value(0), "failure");
        QTEST(heard().constLast(), "record");
    }

    void dialWithoutPermissionNeverRings()
    {
        const auto answer =
            m_caller->post("call/dial", {{u"caller"_s, u"1012"_s}, {u"callee"_s, u"5503301"_s}});
        QCOMPARE(answer.code(), 0);
        QTRY_COMPARE(heard(), QStringList{u"30015 NO Dial Permission"_s});
        m_caller->post("call/dial",
                       {{u"caller"_s, u"1012"_s},
                        {u"callee"_s, u"5503301"_s},
                        {u"dial_permission"_s, u"1001"_s}});
        QTRY_COMPARE(heard().value(1), u"1012:RING"_s);
    }

    void dialByNobodyIsRefused()
    {
        QCOMPARE(
            m_caller->post("call/dial", {{u"caller"_s, u"1999"_s}, {u"callee"_s, u"1"_s}}).code(),
            60001);
        QCOMPARE(m_caller->post("call/dial", {{u"caller"_s, u"1001"_s}}).code(), 40002);
        QCOMPARE(m_caller
                     ->post("call/dial",
                            {{u"caller"_s, u"1001"_s},
                             {u"callee"_s, u"1"_s},
                             {u"auto_answer"_s, u"maybe"_s}})
                     .code(),
                 40002);
    }

    void nextDialFailsWithTheReasonThatWasOrdered()
    {
        control("fault", {{u"name"_s, u"dial-failure"_s}, {u"value"_s, u"DND"_s}});
        m_caller->post("call/dial", {{u"caller"_s, u"1001"_s}, {u"callee"_s, u"1002"_s}});
        QTRY_COMPARE(heard().filter(u"30015"_s), QStringList{u"30015 DND 1001:BYE"_s});
        m_caller->post("call/dial", {{u"caller"_s, u"1001"_s}, {u"callee"_s, u"1002"_s}});
        control("answer");
        QTRY_COMPARE(heard().constLast(), u"1001:ALERT 1002:RING"_s);
    }

    void channelThatIsGoneIsNotFound()
    {
        const auto answer = m_caller->post("call/hangup", {{u"channel_id"_s, u"PJSIP/1-1"_s}});
        QCOMPARE(answer.code(), 70130);
        QCOMPARE(answer.json().value("errmsg"_L1).toString(), u"CAHNNEL ID NOT FOUND"_s);
        const auto call = callIn();
        const auto channel = ownChannel(call);
        control("hangup");
        QCOMPARE(onChannel("call/hold", channel), 70130);
    }

    void callIsHeldResumedMutedAndHungUpByItsChannel()
    {
        const auto call = callIn();
        const auto channel = ownChannel(call);
        QCOMPARE(onChannel("call/hold", channel), 10009);
        control("answer");
        QCOMPARE(onChannel("call/hold", channel), 0);
        QCOMPARE(onChannel("call/hold", channel), 10009);
        QCOMPARE(onChannel("call/unhold", channel), 0);
        QCOMPARE(onChannel("call/mute", channel), 0);
        QCOMPARE(onChannel("call/unmute", channel), 0);
        const auto answer = m_caller->post("call/hangup", {{u"channel_id"_s, channel}});
        QCOMPARE(answer.json().value("call_id"_L1).toString(), call);
        QTRY_COMPARE(
            heard(),
            (QStringList{u"in:ALERT 1001:RING"_s, u"in:ANSWERED 1001:ANSWER"_s, u"1001:HOLD"_s,
                         u"1001:ANSWER"_s, u"1001:BYE"_s, u"in:BYE"_s, u"=ANSWERED Inbound 0"_s}));
    }

    void transferNamesTheWrongParameter()
    {
        const auto call = callIn();
        control("answer");
        const auto channel = ownChannel(call);
        QCOMPARE(onChannel("call/transfer", channel), 40002);
        QCOMPARE(onChannel("call/transfer", channel, {{u"type"_s, u"blind"_s}}), 40002);
        QCOMPARE(onChannel("call/transfer", channel,
                           {{u"type"_s, u"attended"_s}, {u"attended_operate"_s, u"join"_s}}),
                 40002);
        QCOMPARE(onChannel("call/transfer", channel,
                           {{u"type"_s, u"attended"_s}, {u"attended_operate"_s, u"swap"_s}}),
                 10009);
    }

    void tenthPartyIsTooMany()
    {
        const auto call = callIn();
        control("answer");
        const auto channel = ownChannel(call);
        for (int i = 2; i <= 8; ++i) {
            const auto number = QString::number(1000 + i);
            QCOMPARE(onChannel("call/add_member", channel, {{u"number"_s, number}}), 0);
        }
        QCOMPARE(onChannel("call/add_member", channel, {{u"number"_s, u"1009"_s}}), 70510);
    }

    void callsAreFoundByIdTypeOrExtension()
    {
        const auto found = [this](const QByteArray& query) {
            return m_caller->get("call/query", query).json().value("data"_L1).toArray();
        };
        QVERIFY(found("extension=1001").isEmpty());
        const auto call = callIn();
        QCOMPARE(found("extension=1001").size(), 1);
        QCOMPARE(found("extension=1002").size(), 0);
        QCOMPARE(found("type=inbound").size(), 1);
        QCOMPARE(found("type=outbound").size(), 0);
        QCOMPARE(found("call_id=" + call.toLatin1()).at(0)["call_id"_L1].toString(), call);
        QCOMPARE(found("extension=1001")
                     .at(0)["members"_L1][1]["extension"_L1]["member_status"_L1]
                     .toString(),
                 u"RING"_s);
        QCOMPARE(m_caller->get("call/query").code(), 40002);
        QCOMPARE(m_caller->get("call/query", "type=inbound&extension=1001").code(), 40002);
    }

    void recordsAreFoundByUnixSecondsOnly()
    {
        recordedCall();
        const auto rows = m_caller->get("cdr/search", "start_time=1000000000").json();
        QCOMPARE(rows.value("total_number"_L1).toInt(), 1);
        const auto row = rows["data"_L1][0];
        QCOMPARE(row["call_from_number"_L1].toString(), u"+14155551212"_s);
        QCOMPARE(row["call_to"_L1].toString(), u"Jane Roe<1001>"_s);
        QCOMPARE(row["talk_duration"_L1].toInt(), 21);
        QCOMPARE(row["disposition"_L1].toString(), u"ANSWERED"_s);
        QCOMPARE(m_caller->get("cdr/search", "end_time=1000000000")
                     .json()
                     .value("total_number"_L1)
                     .toInt(),
                 0);
        QCOMPARE(m_caller->get("cdr/search", "start_time=2026/01/01%2000:00:00").code(), 40002);
        QCOMPARE(m_caller->get("cdr/list", "page=1&page_size=0").code(), 40002);
        QCOMPARE(m_caller->get("cdr/list", "page=2&page_size=1").json()["data"_L1].toArray().size(),
                 0);
    }

    void timesAreTheWallClockOfThePbx()
    {
        recordedCall();
        const auto row = m_caller->get("cdr/list").json()["data"_L1][0];
        const auto written =
            QDateTime::fromString(row["time"_L1].toString(), u"dd/MM/yyyy HH:mm:ss"_s);
        const auto stamp =
            QDateTime::fromSecsSinceEpoch(row["timestamp"_L1].toInteger(), QTimeZone::utc());
        QCOMPARE(written.toString(Qt::ISODate),
                 stamp.toOffsetFromUtc(7200).toString(u"yyyy-MM-ddTHH:mm:ss"_s));
    }

    void recordingIsFetchedWithATokenInParts()
    {
        const auto name = recordedCall().toUtf8();
        QVERIFY(name.endsWith("-Inbound.wav"));
        const auto answer =
            m_caller->get("recording/download", "file=" + name.toPercentEncoding()).json();
        const auto path = answer.value("download_resource_url"_L1).toString().toUtf8();
        QVERIFY(path.startsWith("/api/download/"));
        QCOMPARE(m_caller->send("GET", path, "User-Agent: x\r\n").status, 403);
        QCOMPARE(m_caller->send("GET", path + "?access_token=wrong", {}).status, 403);
        const auto whole = m_caller->send("GET", path + "?access_token=" + m_caller->token, {});
        QCOMPARE(whole.status, 200);
        QVERIFY(whole.body.startsWith("RIFF"));
        QCOMPARE(whole.body.size(), 21 * 16000 + 44);
        const auto part = m_caller->send("GET", path + "?access_token=" + m_caller->token,
                                         "Range: bytes=8-11\r\n");
        QCOMPARE(part.status, 206);
        QCOMPARE(part.body, QByteArray("WAVE"));
    }

    void recordingIsThereAfterItsDelay()
    {
        control("settings", {{u"recordingDelayMs"_s, 400}});
        const QByteArray query = "file=" + recordedCall().toUtf8().toPercentEncoding();
        QCOMPARE(m_caller->get("recording/download", query).code(), 60001);
        QTRY_COMPARE(m_caller->get("recording/download", query).code(), 0);
    }

    void callThatWasNotRecordedHasNoRecording()
    {
        callIn();
        control("answer");
        control("hangup");
        QCOMPARE(m_caller->get("recording/list").json().value("total_number"_L1).toInt(), 0);
        QCOMPARE(m_pbx->archive().records().constLast().recording, QString());
    }

    void extensionsAreListedInPagesAndFoundByMail()
    {
        const auto page =
            m_caller->get("extension/list", "page=2&page_size=5&sort_by=number").json();
        QCOMPARE(page.value("total_number"_L1).toInt(), 12);
        QCOMPARE(page["data"_L1][0]["number"_L1].toString(), u"1006"_s);
        const auto found =
            m_caller->get("extension/search", "search_value=JANE.ROE@acme.example").json();
        QCOMPARE(found.value("total_number"_L1).toInt(), 1);
        QCOMPARE(found["data"_L1][0]["number"_L1].toString(), u"1001"_s);
        QCOMPARE(m_caller->get("extension/get", "id=13").json()["data"_L1]["number"_L1].toString(),
                 u"1001"_s);
        QCOMPARE(m_caller->get("extension/get", "id=99").code(), 60001);
    }

    void contactNeedsANameAndANumber()
    {
        const QJsonArray numbers{
            QJsonObject{{u"num_type"_s, u"business_number"_s}, {u"number"_s, u"5503301"_s}}};
        QCOMPARE(m_caller->post("company_contact/create", {{u"first_name"_s, u"Leo"_s}}).code(),
                 40002);
        QCOMPARE(m_caller->post("company_contact/create", {{u"number_list"_s, numbers}}).code(),
                 40002);
        const auto created = m_caller->post("company_contact/create",
                                            {{u"first_name"_s, u"Leo"_s},
                                             {u"last_name"_s, u"Ball"_s},
                                             {u"number_list"_s, numbers}});
        QCOMPARE(created.code(), 0);
        const auto row =
            m_caller->get("company_contact/search", "search_value=5503301").json()["data"_L1][0];
        QCOMPARE(row["contact_name"_L1].toString(), u"Leo Ball"_s);
        QCOMPARE(row["business"_L1].toString(), u"5503301"_s);
        QCOMPARE(row["id"_L1].toInt(), created.json().value("id"_L1).toInt());
    }

    void phonebookNamesAreUniqueAndMembersComeAndGo()
    {
        const QJsonObject book{{u"name"_s, u"CRM"_s}, {u"member_select"_s, u"sel_specific"_s}};
        const auto created = m_caller->post("phonebook/create", book);
        QCOMPARE(created.code(), 0);
        QCOMPARE(m_caller->post("phonebook/create", book).code(), 40003);
        const int id = created.json().value("id"_L1).toInt();
        m_caller->post("phonebook/update",
                       {{u"id"_s, id}, {u"add_contacts_id_list"_s, QJsonArray{1, 2}}});
        m_caller->post("phonebook/update",
                       {{u"id"_s, id}, {u"del_contacts_id_list"_s, QJsonArray{1}}});
        const QByteArray query = "id=" + QByteArray::number(id);
        QCOMPARE(m_caller->get("phonebook/get", query).json()["data"_L1]["total"_L1].toInt(), 1);
        QCOMPARE(m_caller->get("phonebook/delete", "id=1").code(), 70084);
        QCOMPARE(m_caller->get("phonebook/delete", query).code(), 0);
        QCOMPARE(m_caller->get("phonebook/get", query).code(), 70093);
    }

    void controlSaysWhatItDoesNotKnow()
    {
        QCOMPARE(control("dance").status, 404);
        QCOMPARE(control("answer").status, 409);
        QCOMPARE(control("call", {{u"direction"_s, u"inbound"_s}, {u"to"_s, u"1999"_s}}).status,
                 409);
        QCOMPARE(control("fault", {{u"name"_s, u"gremlins"_s}}).status, 404);
        QCOMPARE(m_caller->send("GET", "/control/pbx/dreams", "Connection: close\r\n").status, 404);
    }

    void stateShowsCallsPeopleAndSockets()
    {
        callIn({{u"via"_s, u"queue"_s}});
        const auto state =
            m_caller->send("GET", "/control/pbx/state", "Connection: close\r\n").json();
        QCOMPARE(state["calls"_L1].toArray().size(), 1);
        QCOMPARE(state["calls"_L1][0]["members"_L1].toArray().size(), 5);
        QCOMPARE(state["office"_L1][0]["state"_L1].toString(), u"ringing"_s);
        QCOMPARE(state["office"_L1][6]["state"_L1].toString(), u"idle"_s);
        QCOMPARE(state["sockets"_L1]["open"_L1].toArray().size(), 1);
        QCOMPARE(state["liveTokens"_L1].toInt(), 1);
        QCOMPARE(state["requests"_L1]["get_token"_L1].toInt(), 1);
    }

    void phoneTransfersAreToldAndInterfaceTransfersAreNot()
    {
        callIn();
        control("answer");
        control("transfer", {{u"by"_s, u"1001"_s}, {u"to"_s, u"1002"_s}});
        QTRY_COMPARE(heard().filter(u"30013"_s), QStringList{u"30013 1002:RING in:ANSWERED"_s});
    }

    void resetForgetsEverything()
    {
        callIn();
        control("settings", {{u"accessSeconds"_s, 5}});
        control("reset");
        QVERIFY(m_pbx->exchange().calls().isEmpty());
        QCOMPARE(m_pbx->settings().accessSeconds, 1800);
        QCOMPARE(m_caller->get("system/information").code(), 10004);
        QTRY_COMPARE(m_listener->socket.state(), QAbstractSocket::UnconnectedState);
    }
};

QTEST_GUILESS_MAIN(TestSandboxPbxCalls)
#include "tst_sandbox_pbx_calls.moc"
