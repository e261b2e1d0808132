// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The back door of CloudOnePbx: the people at their phones, and what goes wrong. Each path is
// described in README.md.
#include "tests/sandbox/pbx/cloudonepbx.h"
#include "tests/sandbox/pbx/wording.h"

#include <algorithm>
#include <utility>

namespace companion::sandbox {

using namespace Qt::StringLiterals;

namespace {

    HttpResponse done(QJsonObject content = {})
    {
        content.insert("ok"_L1, true);
        return HttpResponse::json(content);
    }

    HttpResponse refused(const QString& why, int status = 400)
    {
        return HttpResponse::json(QJsonObject{{u"ok"_s, false}, {u"error"_s, why}}, status);
    }

    HttpResponse outcomeOf(const CallOutcome& outcome)
    {
        if (outcome.code != 0) {
            auto answer = refused(errorMessage(outcome.code), 409);
            return answer;
        }
        return done({{u"callId"_s, outcome.callId}});
    }

    CallDirection directionFrom(const QString& word)
    {
        if (word == "outbound"_L1)
            return CallDirection::Outbound;
        return word == "internal"_L1 ? CallDirection::Internal : CallDirection::Inbound;
    }

    QString text(const QJsonObject& order, QLatin1StringView key)
    {
        return order.value(key).toString();
    }

} // namespace

HttpResponse CloudOnePbx::control(const HttpRequest& request)
{
    const auto what = request.path.mid("/control/pbx/"_L1.size());
    if (request.method == "GET")
        return look(what);
    const auto found = m_controls.constFind(what);
    if (request.method != "POST" || found == m_controls.cend())
        return refused(u"there is no control "_s + what, 404);
    if (!request.body.trimmed().isEmpty() && !QJsonDocument::fromJson(request.body).isObject())
        return refused(u"the body is no JSON object"_s);
    return (*found)(request.jsonObject());
}

HttpResponse CloudOnePbx::look(const QString& what) const
{
    if (what == "state"_L1)
        return HttpResponse::json(stateReport());
    if (what == "stories"_L1)
        return HttpResponse::json(StoryTeller::titles());
    if (what == "office"_L1)
        return HttpResponse::json(peopleReport());
    if (what == "calls"_L1)
        return HttpResponse::json(callReport());
    return refused(u"there is nothing to see at "_s + what, 404);
}

void CloudOnePbx::addControls()
{
    addPhoneControls();
    addHandoverControls();
    addMachineControls();
}

QString CloudOnePbx::meant(const QJsonObject& order) const
{
    auto id = text(order, "callId"_L1);
    if (!id.isEmpty())
        return id;
    if (m_exchange.calls().contains(m_latestCall) || m_exchange.calls().isEmpty())
        return m_latestCall;
    return m_exchange.calls().lastKey();
}

CallOrder CloudOnePbx::orderFrom(const QJsonObject& words) const
{
    CallOrder order;
    order.direction = directionFrom(text(words, "direction"_L1));
    order.from = text(words, "from"_L1);
    order.to = text(words, "to"_L1);
    order.via = text(words, "via"_L1);
    order.trunk = text(words, "trunk"_L1);
    order.name = text(words, "name"_L1);
    order.did = text(words, "did"_L1);
    order.recorded = words.value("recorded"_L1).toBool();
    order.toBusyPhone = words.value("busy"_L1).toBool();
    order.shape = m_settings.shape.changedBy(words.value("shape"_L1).toObject());
    const auto own = m_office.extensions.first().number;
    if (order.direction == CallDirection::Inbound && order.to.isEmpty())
        order.to = own;
    if (order.direction != CallDirection::Inbound && order.from.isEmpty())
        order.from = own;
    return order;
}

HttpResponse CloudOnePbx::placeCall(const QJsonObject& order)
{
    const auto outcome = m_exchange.place(orderFrom(order));
    if (outcome.code == 0)
        m_latestCall = outcome.callId;
    return outcomeOf(outcome);
}

void CloudOnePbx::addPhoneControls()
{
    m_controls[u"call"_s] = [this](const QJsonObject& order) {
        return placeCall(order);
    };
    m_controls[u"answer"_s] = [this](const QJsonObject& order) {
        return outcomeOf(m_exchange.answer(meant(order), text(order, "extension"_L1)));
    };
    m_controls[u"decline"_s] = [this](const QJsonObject& order) {
        return outcomeOf(m_exchange.decline(meant(order), text(order, "extension"_L1)));
    };
    m_controls[u"hangup"_s] = [this](const QJsonObject& order) {
        const auto by = text(order, "by"_L1);
        if (m_office.extension(by) != nullptr)
            return outcomeOf(m_exchange.hangUpChannel(m_exchange.channelOf(meant(order), by)));
        if (!by.isEmpty() && by != "caller"_L1 && by != "callee"_L1)
            return refused(u"by is caller, callee or an extension"_s);
        return outcomeOf(m_exchange.hangUp(
            meant(order), by == "caller"_L1 ? Exchange::Party::Caller : Exchange::Party::Callee));
    };
    m_controls[u"hangup-all"_s] = [this](const QJsonObject&) {
        const auto ids = m_exchange.calls().keys();
        for (const auto& id : ids)
            m_exchange.hangUp(id, Exchange::Party::Callee);
        return done({{u"ended"_s, int(ids.size())}});
    };
    m_controls[u"early-media"_s] = [this](const QJsonObject& order) {
        return outcomeOf(m_exchange.earlyMedia(meant(order)));
    };
    m_controls[u"voicemail"_s] = [this](const QJsonObject& order) {
        return outcomeOf(m_exchange.toVoicemail(meant(order)));
    };
    m_controls[u"fail"_s] = [this](const QJsonObject& order) {
        return outcomeOf(m_exchange.fail(meant(order), text(order, "reason"_L1)));
    };
    m_controls[u"pass-time"_s] = [this](const QJsonObject& order) {
        m_exchange.advanceClock(meant(order), order.value("ms"_L1).toInt());
        return done();
    };
    m_controls[u"presence"_s] = [this](const QJsonObject& order) {
        auto* extension = m_office.extension(text(order, "extension"_L1));
        if (extension == nullptr)
            return refused(u"no such extension"_s);
        extension->presence = text(order, "status"_L1);
        m_feed.publish({30009,
                        {{u"extension"_s, extension->number}, {u"status"_s, extension->presence}},
                        m_settings.shape,
                        0});
        return done();
    };
}

HttpResponse CloudOnePbx::passOn(const QJsonObject& order)
{
    const auto id = meant(order);
    const auto to = text(order, "to"_L1);
    const auto consultation = text(order, "consultation"_L1);
    if (!consultation.isEmpty())
        return outcomeOf(m_exchange.joinConsultation(id, consultation));
    const auto by = text(order, "by"_L1);
    for (const auto& leg : m_exchange.calls().value(id).legs) {
        if (leg.isGone() || (leg.side == Leg::Side::Extension && leg.number == by))
            continue;
        return outcomeOf(
            m_exchange.transferBlind(leg.channelId, to, Exchange::Transferred::OnPhone));
    }
    return refused(u"no such call"_s, 409);
}

void CloudOnePbx::addHandoverControls()
{
    m_controls[u"hold"_s] = [this](const QJsonObject& order) {
        return outcomeOf(
            m_exchange.hold(m_exchange.channelOf(meant(order), text(order, "extension"_L1))));
    };
    m_controls[u"resume"_s] = [this](const QJsonObject& order) {
        return outcomeOf(
            m_exchange.unhold(m_exchange.channelOf(meant(order), text(order, "extension"_L1))));
    };
    m_controls[u"transfer"_s] = [this](const QJsonObject& order) {
        return passOn(order);
    };
    m_controls[u"forward"_s] = [this](const QJsonObject& order) {
        return outcomeOf(
            m_exchange.forward(meant(order), text(order, "extension"_L1), text(order, "to"_L1)));
    };
    m_controls[u"consult"_s] = [this](const QJsonObject& order) {
        return outcomeOf(m_exchange.consult(
            m_exchange.channelOf(meant(order), text(order, "extension"_L1)), text(order, "to"_L1)));
    };
    m_controls[u"decide"_s] = [this](const QJsonObject& order) {
        const auto decision = consultationFrom(text(order, "decision"_L1));
        if (!decision)
            return refused(u"decision is complete, abort, threeway or swap"_s);
        return outcomeOf(m_exchange.decideConsultation(
            m_exchange.channelOf(meant(order), text(order, "extension"_L1)), *decision));
    };
    m_controls[u"add"_s] = [this](const QJsonObject& order) {
        return outcomeOf(m_exchange.addMember(
            m_exchange.channelOf(meant(order), text(order, "extension"_L1)), text(order, "to"_L1)));
    };
}

HttpResponse CloudOnePbx::changeSettings(const QJsonObject& changes)
{
    QString wrongKey;
    const auto settings = m_settings.changedBy(changes, wrongKey);
    if (!settings)
        return refused(u"no such setting, or not its type: "_s + wrongKey);
    setSettings(*settings);
    return HttpResponse::json(m_settings.json());
}

HttpResponse CloudOnePbx::tellStory(const QJsonObject& order)
{
    Cast cast;
    cast.shape = m_settings.shape;
    const auto calls = m_stories.tell(text(order, "name"_L1), cast.changedBy(order),
                                      std::max(0, order.value("stepMs"_L1).toInt(700)));
    if (!calls)
        return refused(u"no such story: "_s + text(order, "name"_L1), 404);
    if (!calls->isEmpty())
        m_latestCall = calls->last();
    return done({{u"callIds"_s, QJsonArray::fromStringList(*calls)}});
}

HttpResponse CloudOnePbx::sayFrame(const QJsonObject& order)
{
    if (order.contains("topic"_L1)) {
        m_feed.publish({order.value("topic"_L1).toInt(), order.value("message"_L1).toObject(),
                        m_settings.shape.changedBy(order.value("shape"_L1).toObject()), 0});
    } else if (order.contains("base64"_L1)) {
        m_feed.sendBinary(QByteArray::fromBase64(text(order, "base64"_L1).toLatin1()));
    } else {
        m_feed.sendText(text(order, "text"_L1));
    }
    return done();
}

HttpResponse CloudOnePbx::breakSomething(const QJsonObject& order)
{
    const auto name = text(order, "name"_L1);
    const auto value = order.value("value"_L1);
    if (name == "frozen"_L1) {
        m_feed.setFrozen(value.toBool(true));
    } else if (name == "down"_L1) {
        // The answer to this request still goes out.
        QTimer::singleShot(50, this,
                           [this, milliseconds = value.toInt(0)] { goDown(milliseconds); });
    } else if (name == "up"_L1) {
        comeUp();
    } else if (name == "blocked"_L1) {
        const auto until = QDateTime::currentDateTimeUtc().addSecs(value.toInt(600));
        for (const auto& peer : {u"127.0.0.1"_s, u"::1"_s})
            m_failures[peer].blockedUntil = until;
    } else if (name == "tokens-used-up"_L1) {
        const auto now = QDateTime::currentDateTimeUtc();
        while (m_tokens.issue(now))
            continue;
    } else if (!m_faults.set(name, value)) {
        return refused(u"no such fault: "_s + name, 404);
    }
    return done({{u"faults"_s, m_faults.json()}});
}

HttpResponse CloudOnePbx::restart(const QJsonObject& order)
{
    const int downMs = order.value("downMs"_L1).toInt(1000);
    const bool losesCalls = order.value("losesCalls"_L1).toBool(true);
    const bool losesTokens = order.value("losesTokens"_L1).toBool(false);
    QTimer::singleShot(50, this, [this, downMs, losesCalls, losesTokens] {
        goDown(downMs);
        if (losesCalls)
            m_exchange.clear();
        if (losesTokens)
            m_tokens.clear();
    });
    return done();
}

void CloudOnePbx::goDown(int milliseconds)
{
    m_server.close();
    m_feed.dropAll();
    if (milliseconds > 0)
        m_outage.start(milliseconds);
}

void CloudOnePbx::comeUp()
{
    if (!m_server.isListening())
        m_server.listen(m_server.port());
}

void CloudOnePbx::addMachineControls()
{
    m_controls[u"settings"_s] = [this](const QJsonObject& order) {
        return changeSettings(order);
    };
    m_controls[u"fault"_s] = [this](const QJsonObject& order) {
        return breakSomething(order);
    };
    m_controls[u"story"_s] = [this](const QJsonObject& order) {
        return tellStory(order);
    };
    m_controls[u"frame"_s] = [this](const QJsonObject& order) {
        return sayFrame(order);
    };
    m_controls[u"restart"_s] = [this](const QJsonObject& order) {
        return restart(order);
    };
    m_controls[u"expire-tokens"_s] = [this](const QJsonObject& order) {
        const auto now = QDateTime::currentDateTimeUtc();
        if (order.value("refreshTokensToo"_L1).toBool())
            m_tokens.clear();
        else
            m_tokens.expireAccess(now);
        m_feed.expireAll();
        return done();
    };
    m_controls[u"drop-sockets"_s] = [this](const QJsonObject&) {
        const int count = m_feed.socketCount();
        m_feed.dropAll();
        return done({{u"dropped"_s, count}});
    };
    m_controls[u"reset"_s] = [this](const QJsonObject&) {
        reset();
        return done();
    };
}

} // namespace companion::sandbox
