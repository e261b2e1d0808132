// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/scenes.h"
#include "tests/sandbox/pbx/storybook.h"

namespace companion::sandbox {

using namespace Qt::StringLiterals;
using namespace scenes;

QList<Story> incomingStories()
{
    return {
        {u"inbound-answered"_s,
         u"From outside, answered, I hang up"_s,
         {comesIn(), answers(Role::Own), hangsUp(Role::Own)},
         {}},
        {u"inbound-answered-caller-ends"_s,
         u"From outside, answered, the caller hangs up"_s,
         {comesIn(), answers(Role::Own), hangsUp(Role::Outside)},
         {}},
        {u"inbound-missed"_s,
         u"From outside, rings until the PBX gives up"_s,
         {comesIn(), ringsOut()},
         {}},
        {u"inbound-cancelled"_s,
         u"From outside, the caller gives up"_s,
         {comesIn(), hangsUp(Role::Outside)},
         {}},
        {u"inbound-declined"_s, u"I decline"_s, {comesIn(), declines(Role::Own)}, {}},
        {u"inbound-busy"_s,
         u"My phone is busy and does not even ring"_s,
         {{kPauseMs,
           [](Stage& stage) {
               CallOrder order;
               order.from = stage.cast.outside;
               order.to = stage.cast.own;
               order.toBusyPhone = true;
               stage.place(order);
           }},
          ringsOut()},
         {}},
        {u"inbound-voicemail"_s,
         u"Nobody answers, the caller speaks to the voicemail"_s,
         {comesIn(), toVoicemail(), hangsUp(Role::Outside)},
         {}},
        {u"inbound-recorded"_s,
         u"Answered and recorded"_s,
         {{kPauseMs,
           [](Stage& stage) {
               CallOrder order;
               order.from = stage.cast.outside;
               order.to = stage.cast.own;
               order.recorded = true;
               stage.place(order);
           }},
          answers(Role::Own),
          hangsUp(Role::Outside)},
         {}},
        {u"anonymous"_s,
         u"The caller withholds the number"_s,
         {comesInAs(u"anonymous"_s), answers(Role::Own), hangsUp(Role::Outside)},
         {}},
        {u"unknown-caller"_s,
         u"The PBX says Unknown for the number"_s,
         {comesInAs(u"Unknown"_s), answers(Role::Own), hangsUp(Role::Outside)},
         {}},
        {u"empty-caller"_s,
         u"There is no number at all"_s,
         {comesInAs(QString()), answers(Role::Own), hangsUp(Role::Outside)},
         {}},
        {u"masked"_s,
         u"The PBX masks the number with stars"_s,
         {comesInAs(u"1415****212"_s), answers(Role::Own), hangsUp(Role::Outside)},
         {}},
        {u"named-caller"_s,
         u"The network sends a name, with accents and a sign that HTML would take"_s,
         {comesInAs(u"+14155551212"_s, u"Zoë <b>Ångström</b> 王"_s), answers(Role::Own),
          hangsUp(Role::Outside)},
         {}},
        {u"internal-incoming"_s,
         u"A colleague calls me"_s,
         {insideCall(Role::Colleague, Role::Own), answers(Role::Own), hangsUp(Role::Colleague)},
         {}},
        {u"internal-missed"_s,
         u"A colleague calls me, I am not there"_s,
         {insideCall(Role::Colleague, Role::Own), ringsOut()},
         {}},
        {u"others-only"_s,
         u"A call of two other people, of which I should see nothing"_s,
         {comesIn({}, Role::Colleague), answers(Role::Colleague), hangsUp(Role::Outside)},
         {}},
    };
}

QList<Story> groupStories()
{
    QList<Story> stories;
    for (const auto& kind : {u"queue"_s, u"ringgroup"_s}) {
        stories += {
            {QString(kind + u"-answered-by-me"_s),
             u"Rings at several, I answer"_s,
             {comesIn(kind), answers(Role::Own), hangsUp(Role::Outside)},
             {}},
            {QString(kind + u"-answered-by-another"_s),
             u"Rings at several, a colleague answers"_s,
             {comesIn(kind), answers(Role::Colleague), hangsUp(Role::Outside)},
             {}},
            {QString(kind + u"-answered-by-nobody"_s),
             u"Rings at several until the PBX gives up"_s,
             {comesIn(kind), ringsOut()},
             {}},
            {QString(kind + u"-cancelled"_s),
             u"Rings at several, the caller gives up"_s,
             {comesIn(kind), hangsUp(Role::Outside)},
             {}},
            {QString(kind + u"-declined-by-me"_s),
             u"I decline, a colleague answers"_s,
             {comesIn(kind), declines(Role::Own), answers(Role::Colleague), hangsUp(Role::Outside)},
             {}},
            {QString(kind + u"-record-for-each-leg"_s),
             u"A colleague answers; the PBX writes a record for each phone that rang"_s,
             {comesIn(kind), answers(Role::Colleague), hangsUp(Role::Outside)},
             {{u"endRecordForEachLeg"_s, true}}},
        };
    }
    return stories;
}

QList<Story> outgoingStories()
{
    const auto failing = [](const QString& name, const QString& tells, const QString& reason) {
        return Story{name, tells, {goesOut(), fails(reason)}, {}};
    };
    return {
        {u"outgoing-answered"_s,
         u"I call out, it is answered, I hang up"_s,
         {goesOut(), answers(Role::Outside), hangsUp(Role::Own)},
         {}},
        {u"outgoing-answered-they-end"_s,
         u"I call out, they hang up"_s,
         {goesOut(), answers(Role::Outside), hangsUp(Role::Outside)},
         {}},
        {u"outgoing-early-media"_s,
         u"I call out and hear their network before they answer"_s,
         {goesOut(), earlyMedia(), answers(Role::Outside), hangsUp(Role::Own)},
         {}},
        {u"outgoing-cancelled"_s, u"I call out and give up"_s, {goesOut(), hangsUp(Role::Own)}, {}},
        {u"outgoing-no-answer"_s, u"I call out, nobody answers"_s, {goesOut(), ringsOut()}, {}},
        failing(u"outgoing-busy"_s, u"I call out, they are busy"_s, u"486 Busy here"_s),
        failing(u"outgoing-declined"_s, u"I call out, they decline"_s, u"603 Declined"_s),
        failing(u"outgoing-unreachable"_s, u"I call out, there is no line"_s,
                u"Line Unreachable"_s),
        failing(u"outgoing-not-found"_s, u"I call a number that does not exist"_s,
                u"404 NOT found"_s),
        failing(u"outgoing-not-permitted"_s, u"I may not call that number"_s,
                u"NO Dial Permission"_s),
        {u"outgoing-null-members"_s,
         u"I call out, it fails, and nobody is named"_s,
         {goesOut(), fails(u"NOT found"_s)},
         {{u"nullMembers"_s, true}}},
        {u"internal-outgoing"_s,
         u"I call a colleague"_s,
         {insideCall(Role::Own, Role::Colleague), answers(Role::Colleague), hangsUp(Role::Own)},
         {}},
        {u"dialled-answered"_s,
         u"Another program has my phone call out"_s,
         {dialledByProgram(), answers(Role::Own), answers(Role::Outside), hangsUp(Role::Own)},
         {}},
        {u"dialled-declined"_s,
         u"Another program has my phone call out, I decline"_s,
         {dialledByProgram(), declines(Role::Own)},
         {}},
    };
}

QList<Story> severalCallStories()
{
    return {
        {u"two-at-once"_s,
         u"A second call comes while I talk; I hold the first and answer"_s,
         {comesIn(), answers(Role::Own), comesInAs(u"+12065550100"_s), holds(Role::Own, 0),
          answers(Role::Own, 1), hangsUp(Role::Outside, 1), resumes(Role::Own, 0),
          hangsUp(Role::Outside, 0)},
         {}},
        {u"second-missed"_s,
         u"A second call comes while I talk and gives up"_s,
         {comesIn(), answers(Role::Own), comesInAs(u"+12065550100"_s), hangsUp(Role::Outside, 1),
          hangsUp(Role::Own, 0)},
         {}},
        {u"twins"_s,
         u"Two calls from one number ring at once"_s,
         {comesIn(), comesIn(), answers(Role::Own, 0), ringsOut(1), hangsUp(Role::Outside, 0)},
         {}},
        {u"in-and-out"_s,
         u"I talk on a call that came in and make another"_s,
         {comesIn(), answers(Role::Own), holds(Role::Own), goesOut(), hangsUp(Role::Own, 1),
          resumes(Role::Own), hangsUp(Role::Own)},
         {}},
        {u"many"_s,
         u"As many calls as `count` says come to my phone, then all end"_s,
         {{0,
           [](Stage& stage) {
               for (int i = 0; i < stage.cast.count; ++i) {
                   CallOrder order;
                   order.from = u"+1415555%1"_s.arg(i, 4, 10, QChar(u'0'));
                   order.to = stage.cast.own;
                   stage.place(order);
               }
           }},
          {kTalkMs,
           [](Stage& stage) {
               for (const auto& call : std::as_const(stage.calls))
                   stage.note(stage.exchange.hangUp(call, Exchange::Party::Caller), u"many"_s);
           }}},
         {}},
        {u"burst"_s,
         u"As many calls as `count` says, of other people, from ringing to end at once"_s,
         {{0,
           [](Stage& stage) {
               for (int i = 0; i < stage.cast.count; ++i) {
                   CallOrder order;
                   order.from = u"+1415555%1"_s.arg(i % 10000, 4, 10, QChar(u'0'));
                   order.to = i % 2 == 0 ? stage.cast.colleague : stage.cast.third;
                   stage.place(order);
                   const auto call = stage.calls.takeLast();
                   stage.note(stage.exchange.answer(call), u"burst"_s);
                   stage.note(stage.exchange.hangUp(call, Exchange::Party::Caller), u"burst"_s);
               }
           }}},
         {}},
    };
}

} // namespace companion::sandbox
