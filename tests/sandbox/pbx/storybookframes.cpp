// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/scenes.h"
#include "tests/sandbox/pbx/storybook.h"

#include <QJsonArray>

namespace companion::sandbox {

using namespace Qt::StringLiterals;
using namespace scenes;

namespace {

    constexpr qsizetype kHugeBytes = 50LL * 1000 * 1000;
    constexpr int kDeepLevels = 10'000;

    //! \brief A plain call, its frames looking as \p shape says.
    Story shaped(const QString& name, const QString& tells, const QJsonObject& shape)
    {
        return {name, tells, {comesIn(), answers(Role::Own), hangsUp(Role::Outside)}, shape};
    }

    //! \brief A plain call with \p strange while it rings.
    Story interrupted(const QString& name, const QString& tells, const QList<Scene>& strange)
    {
        return {name,
                tells,
                QList<Scene>{comesIn()} + strange
                    + QList<Scene>{answers(Role::Own), hangsUp(Role::Outside)},
                {}};
    }

    Scene huge()
    {
        return {0, [](Stage& stage) {
                    stage.feed.sendText(
                        QString(u"{\"type\":30011,\"sn\":\"3633D2199067\",\"msg\":\""_s
                                + QString(kHugeBytes, u'x') + u"\"}"_s));
                }};
    }

    QString nested(const QString& opening, const QString& closing)
    {
        return QString(u"{\"type\":30011,\"sn\":\"3633D2199067\",\"msg\":"_s
                       + opening.repeated(kDeepLevels) + closing.repeated(kDeepLevels) + u'}');
    }

    QJsonObject byeOfStranger()
    {
        const QJsonObject leg{{u"number"_s, u"1001"_s},
                              {u"channel_id"_s, u"PJSIP/1001-0000ffff"_s},
                              {u"member_status"_s, u"BYE"_s},
                              {u"call_path"_s, QString()}};
        return {{u"call_id"_s, u"1700000000.1"_s},
                {u"members"_s, QJsonArray{QJsonObject{{u"extension"_s, leg}}}}};
    }

} // namespace

QList<Story> frameStories()
{
    return {
        shaped(u"single-legs"_s, u"Each leg in a frame of its own"_s, {{u"frames"_s, u"legs"_s}}),
        shaped(u"full-legs"_s, u"Every leg in every frame"_s, {{u"frames"_s, u"full"_s}}),
        shaped(u"message-as-object"_s, u"msg is an object, not a string"_s,
               {{u"messageAsObject"_s, true}}),
        shaped(u"without-serial"_s, u"There is no sn"_s, {{u"withoutSerial"_s, true}}),
        shaped(u"doubled"_s, u"Every frame twice"_s, {{u"doubled"_s, true}}),
        shaped(u"doubled-bye"_s, u"Every BYE twice"_s, {{u"doubledBye"_s, true}}),
        shaped(u"end-record-before"_s, u"30012 before the BYEs"_s, {{u"endRecord"_s, u"before"_s}}),
        shaped(u"end-record-between"_s, u"30012 between the BYEs"_s,
               {{u"endRecord"_s, u"between"_s}}),
        shaped(u"end-record-late"_s, u"30012 a second later"_s, {{u"endRecord"_s, u"late"_s}}),
        shaped(u"end-record-twice"_s, u"30012 twice"_s, {{u"endRecord"_s, u"twice"_s}}),
        shaped(u"end-record-never"_s, u"No 30012; the record is in cdr/search alone"_s,
               {{u"endRecord"_s, u"never"_s}}),
        shaped(u"lower-case-type"_s, u"The type of 30012 in lower case"_s,
               {{u"lowerCaseType"_s, true}}),
        shaped(u"numeric-strings"_s, u"Durations as strings"_s, {{u"numericStrings"_s, true}}),
        shaped(u"blank-call-path"_s, u"A blank for no call path"_s, {{u"blankCallPath"_s, true}}),
        shaped(u"trunk-rings"_s, u"The trunk says RING instead of ALERT"_s,
               {{u"trunkRings"_s, true}}),
        shaped(u"unknown-events"_s, u"Events of an unknown id in between"_s,
               {{u"unknownEvents"_s, true}}),
        {u"reversed"_s,
         u"A whole call, its frames in reverse order"_s,
         {holdsFramesBack(), comesIn(), answers(Role::Own), hangsUp(Role::Outside),
          lettingGo(EventFeed::Order::Reversed)},
         {}},
        {u"shuffled"_s,
         u"A whole call, its single legs in some order, each twice"_s,
         {holdsFramesBack(), comesIn(), answers(Role::Own), hangsUp(Role::Outside),
          lettingGo(EventFeed::Order::Shuffled, 7)},
         {{u"frames"_s, u"legs"_s}, {u"doubled"_s, true}}},
        {u"answer-before-ringing"_s,
         u"The frame of the answer overtakes that of the ringing"_s,
         {holdsFramesBack(), comesIn(), answers(Role::Own), lettingGo(EventFeed::Order::Reversed),
          hangsUp(Role::Outside)},
         {}},
        {u"tail-of-unknown-call"_s,
         u"The end of a call that began before anybody listened"_s,
         {tells(30011, byeOfStranger())},
         {}},
    };
}

QList<Story> strangeFrameStories()
{
    return {
        interrupted(u"garbage-frame"_s, u"A frame that is no JSON"_s,
                    {says(u"\u0001\u0002 garbage }{ ][ \" \\u12"_s), says(QString())}),
        interrupted(
            u"half-frame"_s, u"A frame that ends in the middle"_s,
            {says(u"{\"type\":30011,\"sn\":\"3633D2199067\",\"msg\":\"{\\\"call_id\\\":\\\""_s)}),
        interrupted(u"bad-message"_s, u"A frame whose msg is no JSON, a list, a number, nothing"_s,
                    {says(u"{\"type\":30011,\"msg\":\"half\"}"_s),
                     says(u"{\"type\":30011,\"msg\":[1,2]}"_s),
                     says(u"{\"type\":30011,\"msg\":7}"_s), says(u"{\"type\":30011}"_s),
                     says(u"{\"type\":\"30011\",\"msg\":\"{}\"}"_s)}),
        interrupted(
            u"wrong-types"_s, u"Fields of types that they should not have"_s,
            {tells(30011, {{u"call_id"_s, 17}, {u"members"_s, u"none"_s}}),
             tells(30011, {{u"call_id"_s, u"1.1"_s}, {u"members"_s, QJsonArray{1, u"x"_s}}}),
             tells(30011, {{u"members"_s, QJsonArray{}}}),
             tells(30012, {{u"call_id"_s, QJsonArray{}}, {u"talk_duration"_s, u"long"_s}}),
             tells(30015, {})}),
        interrupted(u"other-list"_s, u"A JSON list and bare values instead of a frame"_s,
                    {says(u"[]"_s), says(u"null"_s), says(u"30011"_s), says(u"\"heartbeat\""_s)}),
        interrupted(u"refusal-frames"_s, u"Refusals that mean nothing to a call (-2)"_s,
                    {says(u"{\"errcode\":-2,\"errmsg\":\"INTERNAL SERVER ERROR\"}"_s)}),
        interrupted(u"binary-frame"_s, u"A binary frame, not UTF-8"_s,
                    {saysBinary(QByteArray("\xff\xfe\x00\x80{\"type\":30011}", 18))}),
        interrupted(u"huge-frame"_s, u"A frame of 50 MB"_s, {huge()}),
        interrupted(u"deep-lists"_s, u"Lists in lists, 10,000 deep"_s,
                    {says(nested(u"["_s, u"]"_s))}),
        interrupted(u"deep-objects"_s, u"Objects in objects, 10,000 deep"_s,
                    {says(nested(u"{\"a\":"_s, u"}"_s))}),
        interrupted(u"long-number"_s, u"Another call, from a number of 10,000 digits"_s,
                    {comesInAs(QString(10'000, u'7')), hangsUp(Role::Outside, 1)}),
    };
}

QList<Story> connectionStories()
{
    return {
        {u"dropped-while-ringing"_s,
         u"The sockets are dropped while it rings; it is answered before anybody is back"_s,
         {comesIn(), dropsSockets(), answers(Role::Own), hangsUp(Role::Outside)},
         {}},
        {u"dropped-mid-call"_s,
         u"The sockets are dropped while I talk; the call goes on"_s,
         {comesIn(), answers(Role::Own), dropsSockets(), hangsUp(Role::Outside)},
         {}},
        {u"frozen-mid-call"_s,
         u"The sockets stay open but tell nothing, as after a sleep; thaw or drop them by a fault"_s,
         {comesIn(), answers(Role::Own), freezes()},
         {}},
        {u"ended-while-frozen"_s,
         u"The call ends while the sockets are frozen"_s,
         {comesIn(), answers(Role::Own), freezes(), hangsUp(Role::Outside), thaws()},
         {}},
    };
}

QList<Story> storybook()
{
    return incomingStories() + groupStories() + outgoingStories() + handoverStories()
        + severalCallStories() + frameStories() + strangeFrameStories() + connectionStories();
}

} // namespace companion::sandbox
