// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/scenes.h"

namespace companion::sandbox::scenes {

using namespace Qt::StringLiterals;

namespace {

    //! \brief A scene that asks something of the exchange about one call.
    template <typename Act>
    Scene deed(int afterMs, const QString& name, int call, Act act)
    {
        return {afterMs, [name, call, act](Stage& stage) {
                    stage.note(act(stage, stage.calls.value(call)), name);
                }};
    }

    bool isAnswered(const Stage& stage, const QString& call)
    {
        return stage.exchange.calls().value(call).answeredAt.isValid();
    }

} // namespace

Scene comesIn(const QString& via, Role to)
{
    return {kPauseMs, [via, to](Stage& stage) {
                CallOrder order;
                order.from = stage.cast.outside;
                order.name = stage.cast.outsideName;
                order.to = stage.cast.number(to);
                order.via = via;
                stage.place(order);
            }};
}

Scene comesInAs(const QString& from, const QString& name)
{
    return {kPauseMs, [from, name](Stage& stage) {
                CallOrder order;
                order.from = from;
                order.name = name;
                order.to = stage.cast.own;
                stage.place(order);
            }};
}

Scene goesOut(Role from)
{
    return {kPauseMs, [from](Stage& stage) {
                CallOrder order;
                order.direction = CallDirection::Outbound;
                order.from = stage.cast.number(from);
                order.to = stage.cast.outside;
                stage.place(order);
            }};
}

Scene insideCall(Role from, Role to)
{
    return {kPauseMs, [from, to](Stage& stage) {
                CallOrder order;
                order.direction = CallDirection::Internal;
                order.from = stage.cast.number(from);
                order.to = stage.cast.number(to);
                stage.place(order);
            }};
}

Scene dialledByProgram()
{
    return {kPauseMs, [](Stage& stage) {
                const auto outcome = stage.exchange.dial(stage.cast.own, stage.cast.outside, {},
                                                         false, stage.cast.shape);
                stage.note(outcome, u"dial"_s);
                stage.calls.append(outcome.callId);
            }};
}

Scene answers(Role who, int call)
{
    return deed(kRingMs, u"answer"_s, call, [who](Stage& stage, const QString& id) {
        return stage.exchange.answer(id, stage.cast.number(who));
    });
}

Scene declines(Role who, int call)
{
    return deed(kPauseMs, u"decline"_s, call, [who](Stage& stage, const QString& id) {
        return stage.exchange.decline(id, stage.cast.number(who));
    });
}

Scene hangsUp(Role who, int call)
{
    return deed(kTalkMs, u"hang up"_s, call, [who, call](Stage& stage, const QString& id) {
        return isAnswered(stage, id) ? stage.exchange.hangUpChannel(stage.channel(call, who))
                                     : stage.exchange.hangUp(id, Exchange::Party::Caller);
    });
}

Scene ringsOut(int call)
{
    return deed(kTalkMs, u"ring out"_s, call, [](Stage& stage, const QString& id) {
        return stage.exchange.hangUp(id, Exchange::Party::Callee);
    });
}

Scene earlyMedia(int call)
{
    return deed(kPauseMs, u"early media"_s, call,
                [](Stage& stage, const QString& id) { return stage.exchange.earlyMedia(id); });
}

Scene fails(const QString& reason, int call)
{
    return deed(kPauseMs, u"fail"_s, call, [reason](Stage& stage, const QString& id) {
        return stage.exchange.fail(id, reason);
    });
}

Scene toVoicemail(int call)
{
    return deed(kRingMs, u"voicemail"_s, call,
                [](Stage& stage, const QString& id) { return stage.exchange.toVoicemail(id); });
}

Scene holds(Role who, int call)
{
    return deed(kPauseMs, u"hold"_s, call, [who, call](Stage& stage, const QString&) {
        return stage.exchange.hold(stage.channel(call, who));
    });
}

Scene resumes(Role who, int call)
{
    return deed(kPauseMs, u"resume"_s, call, [who, call](Stage& stage, const QString&) {
        return stage.exchange.unhold(stage.channel(call, who));
    });
}

Scene forwards(Role from, Role to, int call)
{
    return deed(kPauseMs, u"forward"_s, call, [from, to](Stage& stage, const QString& id) {
        return stage.exchange.forward(id, stage.cast.number(from), stage.cast.number(to));
    });
}

Scene blindTransfer(Role moved, Role to, Exchange::Transferred how, int call)
{
    return deed(kTalkMs, u"blind transfer"_s, call,
                [moved, to, how, call](Stage& stage, const QString&) {
                    return stage.exchange.transferBlind(stage.channel(call, moved),
                                                        stage.cast.number(to), how);
                });
}

Scene joins(int call, int consultation)
{
    return deed(kPauseMs, u"join"_s, call, [consultation](Stage& stage, const QString& id) {
        return stage.exchange.joinConsultation(id, stage.calls.value(consultation));
    });
}

Scene consults(Role who, Role whom, int call)
{
    return deed(kPauseMs, u"consult"_s, call, [who, whom, call](Stage& stage, const QString&) {
        return stage.exchange.consult(stage.channel(call, who), stage.cast.number(whom));
    });
}

Scene decides(Role who, Exchange::Consultation decision, int call)
{
    return deed(kPauseMs, u"decide"_s, call, [who, decision, call](Stage& stage, const QString&) {
        return stage.exchange.decideConsultation(stage.channel(call, who), decision);
    });
}

Scene invites(Role who, Role whom, int call)
{
    return deed(kPauseMs, u"invite"_s, call, [who, whom, call](Stage& stage, const QString&) {
        return stage.exchange.addMember(stage.channel(call, who), stage.cast.number(whom));
    });
}

Scene holdsFramesBack()
{
    return {0, [](Stage& stage) {
                stage.feed.holdBack();
            }};
}

Scene lettingGo(EventFeed::Order order, quint32 seed)
{
    return {0, [order, seed](Stage& stage) {
                stage.feed.release(order, seed);
            }};
}

Scene says(const QString& text)
{
    return {0, [text](Stage& stage) {
                stage.feed.sendText(text);
            }};
}

Scene saysBinary(const QByteArray& bytes)
{
    return {0, [bytes](Stage& stage) {
                stage.feed.sendBinary(bytes);
            }};
}

Scene tells(int topic, const QJsonObject& message)
{
    return {0, [topic, message](Stage& stage) {
                stage.feed.publish({topic, message, stage.cast.shape, 0});
            }};
}

Scene dropsSockets()
{
    return {kPauseMs, [](Stage& stage) {
                stage.feed.dropAll();
            }};
}

Scene freezes()
{
    return {kPauseMs, [](Stage& stage) {
                stage.feed.setFrozen(true);
            }};
}

Scene thaws()
{
    return {kPauseMs, [](Stage& stage) {
                stage.feed.setFrozen(false);
            }};
}

} // namespace companion::sandbox::scenes
