// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is told of a call, and when. What a single leg looks like is in switchboardlegs.cpp.
#include "app/pbx/asterisk/switchboard.h"

#include <algorithm>
#include <utility>

namespace companion::pbx::asterisk {

using namespace Qt::StringLiterals;

namespace {

    constexpr std::size_t maxFinished = 200;

    //! The reason of a leg that was refused, led by its SIP status as on Cloud One (A4.5); empty
    //! for an ordinary end: timeout (0, 19), hang-up (16, 32, 127), answered elsewhere (26).
    QString refusal(const AriEvent& event)
    {
        switch (event.cause) {
        case 0:
        case 16:
        case 19:
        case 26:
        case 32:
        case 127:
            return {};
        case 17:
            return u"486 "_s + event.causeText;
        case 21:
            return QString::number(event.sipCause == 0 ? 603 : event.sipCause) + u' '
                + event.causeText;
        default: // the long tail of Q.850
            return event.sipCause == 0 ? event.causeText
                                       : QString::number(event.sipCause) + u' ' + event.causeText;
        }
    }

    void withhold(Leg& leg, const QString& own)
    {
        leg.isWithheld = true;
        if (leg.side == LegSide::Extension && leg.number == own) {
            leg.otherNumber.clear();
            return;
        }
        leg.number.clear();
        leg.name.clear();
    }

    //! The first of them that is not empty.
    QString firstNamed(const QStringList& names)
    {
        const auto named = std::find_if(names.cbegin(), names.cend(),
                                        [](const QString& name) { return !name.isEmpty(); });
        return named == names.cend() ? QString() : *named;
    }

    //! Who called, as far as it is known.
    QString callerIn(const QList<CallEvent>& events)
    {
        QString caller;
        if (events.isEmpty())
            return caller;
        for (const auto& leg : events.constFirst().legs)
            if (leg.side == LegSide::Inbound
                || (caller.isEmpty() && leg.state == LegState::Alerting))
                caller = leg.channel;
        return caller;
    }

} // namespace

void Switchboard::setOwn(const QString& endpoint, const QString& context)
{
    clear();
    m_technology = technologyOf(endpoint);
    m_own = endpoint.section(u'/', 1);
    m_context = context;
}

void Switchboard::clear()
{
    m_graph = {};
    m_told.clear();
    m_finished.clear();
    m_asked.clear();
    m_questions.clear();
    m_out.clear();
}

Switchboard::Told* Switchboard::toldOf(int group)
{
    const auto at = m_told.find(group);
    return at == m_told.end() ? nullptr : &at->second;
}

QList<CallEvent> Switchboard::take(const AriEvent& event)
{
    if (event.type == AriEvent::Type::Created)
        learn(event.channel);
    const int group = m_graph.take(event);
    if (group == 0)
        return {};
    followAsked();
    const auto* channel = m_graph.find(event.channel.id);
    if (event.type == AriEvent::Type::Destroyed)
        end(event, group);
    else if (event.type == AriEvent::Type::AttendedTransfer)
        transfer(event, group);
    else if (toldOf(group))
        tell(group, CallEvent::Kind::Legs, event.at);
    else if (isOwn(*channel) && isTellable(*channel)) {
        consider(*channel);
        tell(group, CallEvent::Kind::Legs, event.at);
    }
    return std::exchange(m_out, {});
}

void Switchboard::consider(const Channel& own)
{
    auto& told = m_told[own.group];
    told.isOwnCall = own.isCaller || own.isOriginated;
    if (told.isOwnCall) {
        // It began this call: then its id is the linked id as well.
        told.call = own.view.id;
        m_graph.claim(own.group);
        return;
    }
    told.asking = own.view.id;
    m_asked.insert(own.view.id);
    m_questions.append({.channel = own.view.id, .isLinkedIdKnown = !own.view.linkedId.isEmpty()});
}

void Switchboard::followAsked()
{
    for (const auto& id : std::as_const(m_asked)) {
        const auto* channel = m_graph.find(id);
        const auto at = std::find_if(m_told.begin(), m_told.end(),
                                     [&](const auto& entry) { return entry.second.asking == id; });
        if (!channel || at == m_told.end() || at->first == channel->group)
            continue;
        // The dialling has shown whose call it is. One that is told already goes on as that.
        auto node = m_told.extract(at);
        node.key() = channel->group;
        m_told.insert(std::move(node));
    }
}

void Switchboard::tell(int group, CallEvent::Kind kind, const QDateTime& at, const QString& reason)
{
    auto& told = m_told.at(group);
    auto legs = legsOf(group);
    const bool isFirst = told.legs.isEmpty();
    if (isFirst)
        tellStart(group, legs, at);
    note(told, group, legs, at);
    QList<Leg> changed;
    for (auto left = told.legs.begin(); left != told.legs.end();) {
        const bool isStillThere = std::any_of(
            legs.cbegin(), legs.cend(), [&](const Leg& leg) { return leg.channel == left.key(); });
        if (isStillThere) {
            ++left;
            continue;
        }
        left->state = LegState::Gone;
        changed.append(*left);
        left = told.legs.erase(left);
    }
    for (const auto& leg : std::as_const(legs)) {
        if (told.legs.value(leg.channel) != leg || kind == CallEvent::Kind::Snapshot)
            changed.append(leg);
        told.legs.insert(leg.channel, leg);
    }
    if (changed.isEmpty())
        return;
    const auto since = isFirst ? m_graph.bridgedSince(ownIn(group)->view.id) : QDateTime();
    send(told,
         {.kind = kind,
          .call = told.call,
          .legs = changed,
          .reason = reason,
          .at = since.isValid() && since < at ? since : at});
    if (isFirst && kind == CallEvent::Kind::Snapshot && since.isValid())
        send(told, {.kind = kind, .call = told.call, .legs = legs, .at = at});
}

void Switchboard::tellStart(int group, const QList<Leg>& legs, const QDateTime& at)
{
    // Who called whom is only to be seen while it rings: a call that is further is told from there.
    auto& told = m_told.at(group);
    const auto* own = ownIn(group);
    QList<Leg> start;
    bool isFurther = false;
    for (auto leg : legs) {
        const auto* channel = m_graph.find(leg.channel);
        if (leg.state == LegState::Talking || leg.state == LegState::Held) {
            const bool isCalling = channel->isCaller || channel->isOriginated;
            isFurther = isFurther || isCalling || channel == own;
            leg.state = isCalling ? LegState::Alerting : LegState::Ringing;
        }
        start.append(leg);
    }
    if (!isFurther)
        return;
    const auto& created = own->view.createdAt;
    send(told,
         {.kind = CallEvent::Kind::Legs,
          .call = told.call,
          .legs = start,
          .at = own->isUp() && created.isValid() && created < at ? created : at});
}

void Switchboard::send(Told& told, const CallEvent& event)
{
    if (told.asking.isEmpty())
        m_out.append(event);
    else
        told.heldBack.append(event);
}

//! The own channel and its partners, of whom nobody may be shown from now on.
QSet<QString> Switchboard::hideCaller(const QString& channel)
{
    const auto partners = m_graph.partners(channel);
    QSet<QString> hidden(partners.cbegin(), partners.cend());
    hidden.insert(channel);
    for (const auto& id : std::as_const(hidden))
        m_graph.withhold(id);
    return hidden;
}

void Switchboard::withholdAll(Told& told, const QSet<QString>& hidden) const
{
    const auto withholdIn = [&](Leg& leg, const QString& id) {
        if (hidden.contains(id) || leg.side == LegSide::Inbound)
            withhold(leg, m_own);
    };
    for (auto& event : told.heldBack) {
        for (auto& leg : event.legs)
            withholdIn(leg, leg.channel);
        if (event.record)
            (told.isOwnCall ? event.record->to : event.record->from).clear();
    }
    for (auto leg = told.legs.begin(); leg != told.legs.end(); ++leg)
        withholdIn(*leg, leg.key());
    told.remote.clear();
}

QList<CallEvent> Switchboard::answer(const QString& channel, const Answer& answer)
{
    if (!m_asked.remove(channel))
        return {};
    const auto at = std::find_if(m_told.begin(), m_told.end(),
                                 [&](const auto& entry) { return entry.second.asking == channel; });
    QSet<QString> hidden;
    if (answer.isWithheld)
        hidden = hideCaller(channel);
    if (at == m_told.end())
        return {}; // it has joined a call that is told already
    auto told = std::exchange(at->second, {});
    const int group = at->first;
    m_told.erase(at);
    told.asking.clear();
    const auto* own = m_graph.find(channel);
    told.call = firstNamed(
        {answer.linkedId, own ? own->view.linkedId : QString(), callerIn(told.heldBack), channel});
    for (auto& event : told.heldBack)
        event.call = told.call;
    if (answer.isWithheld)
        withholdAll(told, hidden);
    m_out = std::exchange(told.heldBack, {});
    if (!m_graph.group(group)) { // it was over before the answer came
        if (!m_out.isEmpty() && m_out.constLast().record)
            m_finished.push_back(m_out.constLast());
        return std::exchange(m_out, {});
    }
    m_told[group] = told;
    if (own)
        m_graph.link(channel, told.call);
    const int now = own ? own->group : group;
    if (now != group) {
        auto node = m_told.extract(group);
        if (toldOf(now)) { // the same call again, on another channel of ours
            m_out.clear();
        } else {
            node.key() = now;
            m_told.insert(std::move(node));
        }
    }
    m_graph.claim(now);
    if (own)
        tell(now, CallEvent::Kind::Legs, m_out.isEmpty() ? own->knownAt : m_out.constLast().at);
    return std::exchange(m_out, {});
}

void Switchboard::end(const AriEvent& event, int group)
{
    const Channel channel = *m_graph.find(event.channel.id);
    m_graph.remove(channel.view.id);
    auto* told = toldOf(group);
    if (!told)
        return;
    const bool wasOwn = isOwn(channel) && told->legs.contains(channel.view.id);
    const QString refused = channel.upAt.isValid() || channel.isLocal ? QString() : refusal(event);
    if (channel.isInVoicemail)
        told->isInVoicemail = true;
    if (!wasOwn && told->isOwnCall && !channel.isCaller && !refused.isEmpty())
        told->failure = refused;
    const bool isElsewhere =
        wasOwn && !told->isOwnCall && !channel.upAt.isValid() && event.cause == 26;
    const QString reason =
        wasOwn && !isElsewhere ? reasonOfEnd(*told, refused, event.cause) : QString();
    told->wasAnsweredElsewhere = told->wasAnsweredElsewhere || isElsewhere;
    auto kind = isElsewhere ? CallEvent::Kind::Forwarded : CallEvent::Kind::Legs;
    if (!reason.isEmpty()) {
        kind = CallEvent::Kind::Failed;
        told->failure = reason;
    }
    tell(group, kind, event.at, reason);
    if (!m_graph.group(group))
        conclude(group, *told, event.at);
}

QString Switchboard::reasonOfEnd(const Told& told, const QString& refused, int cause)
{
    if (!told.isOwnCall)
        return cause == 17 || cause == 21 ? refused : QString();
    if (told.talkedFrom.isValid() || told.wasAnsweredByFar)
        return {};
    return told.failure.isEmpty() ? refused : told.failure;
}

void Switchboard::conclude(int group, Told& told, const QDateTime& at)
{
    const auto record = recordEvent(told, at);
    send(told, record);
    if (!told.asking.isEmpty())
        return; // answer() ends it
    m_finished.push_back(record);
    if (m_finished.size() > maxFinished)
        m_finished.pop_front();
    m_told.erase(group);
}

void Switchboard::transfer(const AriEvent& event, int group)
{
    auto* told = toldOf(group);
    if (!told || !event.other)
        return;
    const auto* target = m_graph.find(event.other->id);
    if (!target || target->group == group || target->isLocal)
        return;
    // Both calls are ours and stay two; the first one ends with whom it was handed to.
    auto leg = legOf(*target);
    leg.state = LegState::Talking;
    send(*told,
         {.kind = CallEvent::Kind::Transferred, .call = told->call, .legs = {leg}, .at = event.at});
}

QList<CallEvent> Switchboard::takeAll(const QList<ChannelView>& channels,
                                      const QList<BridgeView>& bridges, const QDateTime& now)
{
    m_asked.clear();
    m_questions.clear();
    std::erase_if(m_told, [](const auto& entry) { return !entry.second.asking.isEmpty(); });
    m_graph.reset(channels, bridges);
    std::erase_if(m_told, [this](const auto& entry) { return !m_graph.group(entry.first); });
    for (const auto& view : channels) {
        learn(view);
        const auto* channel = m_graph.find(view.id);
        if (channel && isOwn(*channel) && isTellable(*channel) && !toldOf(channel->group))
            consider(*channel);
    }
    for (const auto& [group, told] : m_told)
        if (ownIn(group))
            tell(group, CallEvent::Kind::Snapshot, now);
    return std::exchange(m_out, {});
}

void Switchboard::noteOwn(Told& told, const Leg& leg, const QDateTime& at) const
{
    const bool isTalking = leg.state == LegState::Talking || leg.state == LegState::Held;
    if (!isTalking || told.talkedFrom.isValid())
        return;
    const auto since = m_graph.bridgedSince(leg.channel);
    told.talkedFrom = told.legs.isEmpty() && since.isValid() && since < at ? since : at;
}

void Switchboard::noteOther(Told& told, const Leg& leg, const Channel& channel)
{
    if (told.isOwnCall && !channel.isCaller && channel.upAt.isValid())
        told.wasAnsweredByFar = true;
    if (!told.isOwnCall && channel.isInVoicemail)
        told.isInVoicemail = true;
    if (told.remote.isEmpty() || !told.talkedFrom.isValid())
        told.remote = leg.number;
    if (leg.side == LegSide::Inbound && told.did.isEmpty())
        told.did = leg.otherNumber;
}

void Switchboard::note(Told& told, int group, const QList<Leg>& legs, const QDateTime& at)
{
    bool isOwnThere = false;
    bool isOutside = false;
    for (const auto& leg : legs) {
        const auto* channel = m_graph.find(leg.channel);
        if (isOwn(*channel)) {
            isOwnThere = true;
            noteOwn(told, leg, at);
        } else {
            noteOther(told, leg, *channel);
            isOutside = isOutside || leg.side != LegSide::Extension;
        }
    }
    const auto* members = m_graph.group(group);
    const auto ids = members ? members->channels : QStringList{};
    for (const auto& id : ids)
        if (const auto* channel = m_graph.find(id); !channel->recording.isEmpty())
            told.recording = channel->recording;
    if (legs.size() > (isOwnThere ? 1 : 0) && !told.talkedUntil.isValid())
        told.direction = !isOutside ? CallDirection::Internal
            : told.isOwnCall        ? CallDirection::Outbound
                                    : CallDirection::Inbound;
    if (isOwnThere)
        told.talkedUntil = {};
    else if (!told.talkedUntil.isValid())
        told.talkedUntil = at;
}

CallEvent Switchboard::recordEvent(const Told& told, const QDateTime& at) const
{
    using Disposition = CallRecord::Disposition;
    CallRecord record{.from = told.isOwnCall ? m_own : told.remote,
                      .to = told.isOwnCall ? told.remote : m_own,
                      .disposition = Disposition::NoAnswer,
                      .type = toText(told.direction),
                      .recording = told.recording,
                      .did = told.did};
    if (told.talkedFrom.isValid()) {
        record.disposition = Disposition::Answered;
        const auto until = told.talkedUntil.isValid() ? told.talkedUntil : at;
        record.talkSeconds =
            static_cast<int>(std::max<qint64>(0, (told.talkedFrom.msecsTo(until) + 500) / 1000));
    } else if (told.isInVoicemail) {
        record.disposition = Disposition::Voicemail;
    } else if (told.failure.startsWith(u"486"_s)) {
        record.disposition = Disposition::Busy;
    } else if (told.isOwnCall && !told.failure.isEmpty()) {
        record.disposition = Disposition::Failed;
    }
    return {.kind = CallEvent::Kind::Ended, .call = told.call, .record = record, .at = at};
}

QSet<CallId> Switchboard::alive() const
{
    QSet<CallId> calls;
    for (const auto& [group, told] : m_told)
        if (!told.call.isEmpty() && ownIn(group))
            calls.insert(told.call);
    return calls;
}

Result<CallEvent> Switchboard::recordOf(const CallId& call) const
{
    for (const auto& [group, told] : m_told) {
        if (told.call != call)
            continue;
        const bool isOver =
            !ownIn(group) && (told.talkedFrom.isValid() || told.wasAnsweredElsewhere);
        if (isOver)
            return recordEvent(told, told.talkedUntil);
        return Error{Error::Kind::NotFound, u"no record yet"_s};
    }
    const auto at = std::find_if(m_finished.crbegin(), m_finished.crend(),
                                 [&](const CallEvent& event) { return event.call == call; });
    if (at != m_finished.crend())
        return *at;
    return Error{Error::Kind::Unsupported, u"no record of this call"_s};
}

} // namespace companion::pbx::asterisk
