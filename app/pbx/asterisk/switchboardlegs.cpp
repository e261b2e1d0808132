// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a channel is to the own extension: whose leg, in which state, with which number.
#include "app/core/phonenumber.h"
#include "app/pbx/asterisk/switchboard.h"

#include <algorithm>
#include <array>

namespace companion::pbx::asterisk {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype longestInternal = 6;

    bool isShortNumber(const QString& text)
    {
        return !text.isEmpty() && text.size() <= longestInternal
            && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
    }

    bool isDialable(const QString& text)
    {
        return text.size() > 1 && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
                   return c.isDigit() || c == u'+' || c == u'*' || c == u'#';
               });
    }

    //! "03023125999@trunk", "trunk/sip:03023125999@host" or "trunk/sip:03023125999@host:5060;x".
    QString dialledNumber(const QString& dialString)
    {
        QString number = dialString.section(u'@', 0, 0);
        if (const auto scheme = number.lastIndexOf(u':'); scheme >= 0)
            number = number.mid(scheme + 1);
        number = number.section(u'/', -1);
        return isDialable(number) ? number : QString();
    }

    bool isWithheldCaller(const QString& number)
    {
        if (isDialable(number))
            return false;
        const auto kind = PhoneNumber::read(number, {}).kind();
        return kind == PhoneNumber::Kind::Withheld || kind == PhoneNumber::Kind::Empty;
    }

    //! Applications that are themselves the far end of a call that a program placed.
    bool isFarEnd(const QString& app)
    {
        static const std::array apps{"ConfBridge"_L1,    "MeetMe"_L1, "VoiceMail"_L1,
                                     "VoiceMailMain"_L1, "Echo"_L1,   "Record"_L1,
                                     "MusicOnHold"_L1};
        return std::any_of(apps.begin(), apps.end(), [&](const auto& one) { return app == one; });
    }

} // namespace

void Switchboard::learn(const ChannelView& view)
{
    if (view.callerNumber.isEmpty())
        return;
    const QString endpoint = endpointOf(view.name);
    // An endpoint that is not named by its number: what it calls itself, in the phones' context.
    if (!isShortNumber(endpoint) && endpoint != m_own && view.context == m_context
        && isShortNumber(view.callerNumber) && technologyOf(view.name) == m_technology)
        m_numbers.insert(endpoint, view.callerNumber);
    const QString number =
        isShortNumber(endpoint) || endpoint == m_own ? endpoint : m_numbers.value(endpoint);
    if (!number.isEmpty() && !view.callerName.isEmpty())
        m_names.insert(number, view.callerName);
}

bool Switchboard::isOwn(const Channel& channel) const
{
    return channel.endpoint == m_own && !channel.isPseudo
        && technologyOf(channel.view.name) == m_technology;
}

bool Switchboard::isTellable(const Channel& own)
{
    return own.isCaller || own.hasRung || own.isUp();
}

bool Switchboard::isExtension(const Channel& channel) const
{
    return isOwn(channel) || isShortNumber(channel.endpoint)
        || m_numbers.contains(channel.endpoint);
}

QString Switchboard::numberOf(const Channel& channel) const
{
    return m_numbers.value(channel.endpoint, channel.endpoint);
}

const Channel* Switchboard::ownIn(int group) const
{
    const auto* members = m_graph.group(group);
    if (!members)
        return nullptr;
    const Channel* best = nullptr;
    for (const auto& id : members->channels) {
        const auto* channel = m_graph.find(id);
        if (isOwn(*channel) && isTellable(*channel)
            && (!best || (channel->isUp() && !best->isUp())))
            best = channel;
    }
    return best;
}

QList<Leg> Switchboard::legsOf(int group) const
{
    const auto* members = m_graph.group(group);
    if (!members)
        return {};
    const auto* own = ownIn(group);
    const auto partners = own ? m_graph.partners(own->view.id) : QStringList{};
    QStringList ids = members->channels;
    for (const auto& partner : partners) // of another call of ours, joined by a transfer
        if (!ids.contains(partner))
            ids.append(partner);
    QList<Leg> ours;
    QList<Leg> others;
    for (const auto& id : std::as_const(ids)) {
        const auto* channel = m_graph.find(id);
        const bool isOurs = isOwn(*channel);
        if (channel->isLocal || channel->isPseudo || (isOurs && !isTellable(*channel)))
            continue;
        auto leg = isOurs ? ownLegOf(*channel) : legOf(*channel);
        leg.state = stateOf(*channel, own, partners);
        (isOurs ? ours : others).append(leg);
    }
    // The tracker takes what is told before the own leg as having been there before.
    return own && own->isCaller ? ours + others : others + ours;
}

Leg Switchboard::ownLegOf(const Channel& channel) const
{
    Leg leg{.channel = channel.view.id,
            .side = LegSide::Extension,
            .number = m_own,
            .otherNumber = channel.view.connectedNumber,
            .name = m_names.value(m_own),
            .path = channel.path == m_own ? QString() : channel.path,
            .isWithheld = channel.isWithheld};
    if (channel.isCaller && leg.otherNumber.isEmpty() && isDialable(channel.dialled)
        && (channel.isUp() || !m_graph.dialledBy(channel.view.id).isEmpty()))
        leg.otherNumber = channel.dialled;
    if (channel.isWithheld)
        leg.otherNumber.clear();
    return leg;
}

Leg Switchboard::legOf(const Channel& channel) const
{
    const auto& view = channel.view;
    Leg leg{.channel = view.id, .number = {}, .isWithheld = channel.isWithheld};
    if (isExtension(channel)) {
        leg.side = LegSide::Extension;
        leg.number = numberOf(channel);
        leg.name = m_names.value(leg.number);
        leg.path = channel.path == leg.number ? QString() : channel.path;
    } else if (channel.isCaller) {
        leg.side = LegSide::Inbound;
        leg.number = view.callerNumber;
        leg.otherNumber = isDialable(channel.dialled) ? channel.dialled : QString();
        leg.name = view.callerName;
        leg.trunk = channel.endpoint;
        leg.isWithheld = leg.isWithheld || isWithheldCaller(leg.number);
    } else {
        leg.side = LegSide::Outbound;
        leg.number = dialledNumber(channel.dialString);
        if (leg.number.isEmpty())
            leg.number = view.callerNumber;
        if (const auto* caller = m_graph.find(channel.dialledBy))
            leg.otherNumber = isExtension(*caller) ? numberOf(*caller) : caller->view.callerNumber;
        if (leg.otherNumber.isEmpty())
            leg.otherNumber = view.connectedNumber;
        leg.name = view.callerName;
        leg.trunk = channel.endpoint;
    }
    if (leg.isWithheld) {
        leg.number.clear();
        leg.name.clear();
    }
    return leg;
}

LegState Switchboard::stateOf(const Channel& channel, const Channel* own,
                              const QStringList& partners) const
{
    const bool isOurs = isOwn(channel);
    if (!channel.isUp()) {
        if (channel.isCaller || (isOurs && channel.isOriginated))
            return LegState::Alerting;
        return channel.isEarly && !isOurs ? LegState::EarlyMedia : LegState::Ringing;
    }
    if (isOurs && channel.isOriginated && !isFarEndThere(channel))
        return LegState::Alerting; // the own phone has picked up; the far end is still called
    if (channel.isHeld)
        return LegState::Held;
    // Who is in the call and not with us waits: during an enquiry, or before we are put through.
    const bool isAside = own && !isOurs && !partners.isEmpty()
        && !partners.contains(channel.view.id) && (own->isUp() || channel.upAt < own->knownAt);
    return isAside ? LegState::Held : LegState::Talking;
}

bool Switchboard::isFarEndThere(const Channel& own) const
{
    if (isFarEnd(own.view.app))
        return true;
    const auto at = m_told.find(own.group);
    if (at != m_told.end() && at->second.talkedFrom.isValid())
        return true;
    const auto peers = m_graph.dialledBy(own.view.id);
    if (std::any_of(peers.cbegin(), peers.cend(),
                    [](const Channel* peer) { return peer->upAt.isValid(); }))
        return true;
    return !own.bridge.isEmpty() && !m_graph.partners(own.view.id).isEmpty();
}

} // namespace companion::pbx::asterisk
