// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pbx/asterisk/channelgraph.h"

#include <algorithm>
#include <array>

namespace companion::pbx::asterisk {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype longestInternal = 6; // digits; longer numbers are public ones

    bool isShortNumber(const QString& exten)
    {
        return !exten.isEmpty() && exten.size() <= longestInternal
            && std::all_of(exten.cbegin(), exten.cend(), [](QChar c) { return c.isDigit(); });
    }

    bool isPseudo(const ChannelView& view)
    {
        static const std::array technologies{"Snoop"_L1,     "Recorder"_L1,  "Announcer"_L1,
                                             "Surrogate"_L1, "CBAnn"_L1,     "CBRec"_L1,
                                             "Message"_L1,   "AsyncGoto"_L1, "UnicastRTP"_L1};
        const QString technology = technologyOf(view.name);
        return view.name.endsWith("<ZOMBIE>"_L1)
            || std::any_of(technologies.begin(), technologies.end(),
                           [&](const auto& one) { return technology == one; });
    }

    bool isOriginatedBy(const QString& app)
    {
        return app == "AppDial2"_L1;
    }

    bool isCalledBy(const QString& app)
    {
        return app == "AppDial"_L1 || app == "AppQueue"_L1 || isOriginatedBy(app);
    }

} // namespace

const Channel* ChannelGraph::find(const QString& id) const
{
    const auto at = m_channels.find(id);
    return at == m_channels.end() ? nullptr : &at->second;
}

const ChannelGroup* ChannelGraph::group(int id) const
{
    const auto at = m_groups.find(id);
    return at == m_groups.end() ? nullptr : &at->second;
}

Channel& ChannelGraph::know(const ChannelView& view, bool isNew)
{
    const auto [at, isAdded] = m_channels.try_emplace(view.id);
    auto& channel = at->second;
    if (!isAdded) {
        update(channel, view);
        return channel;
    }
    channel.context = view.context;
    if (isNew) // later it is where the dial plan has got to
        channel.dialled = view.exten;
    channel.callerNameAtFirst = view.callerName;
    channel.isLocal = technologyOf(view.name) == "Local"_L1;
    // A phone's or trunk's own call starts in Ring, one to it in Down (B2.4); what was created
    // before we looked tells by its application.
    channel.isCaller = view.state == "Ring"_L1
        || (!isNew && view.state != "Ringing"_L1 && view.state != "Down"_L1
            && !isCalledBy(view.app));
    channel.group = m_nextGroup++;
    m_groups[channel.group].channels = {view.id};
    update(channel, view);
    if (channel.isLocal) {
        m_locals.insert(view.name, view.id);
        if (const QString twin = twinOf(channel); !twin.isEmpty())
            join(twin, view.id);
    }
    return channel;
}

void ChannelGraph::update(Channel& channel, const ChannelView& view)
{
    const QString linked = channel.view.linkedId;
    channel.view = view;
    if (view.linkedId.isEmpty())
        channel.view.linkedId = linked;
    channel.endpoint = endpointOf(view.name);
    channel.isPseudo = isPseudo(view);
    channel.hasRung = channel.hasRung || view.state == "Ringing"_L1;
    channel.isOriginated = channel.isOriginated || isOriginatedBy(view.app);
    if (isShortNumber(view.exten))
        channel.groupNumber = view.exten;
}

int ChannelGraph::take(const AriEvent& event)
{
    using enum AriEvent::Type;
    if (event.type == Other || event.type == LineState || event.type == Replaced)
        return 0;
    const bool isKnown = find(event.channel.id);
    if (!isKnown && (event.type == Destroyed || event.type == LeftBridge))
        return 0; // the tail of a call from before
    if (event.type == AttendedTransfer)
        return isKnown ? find(event.channel.id)->group : 0;
    auto& channel = know(event.channel, event.type == Created);
    if (!channel.knownAt.isValid())
        channel.knownAt = event.at;
    if (channel.isUp() && !channel.upAt.isValid())
        channel.upAt = event.at;
    switch (event.type) {
    case Dial:
        takeDial(event);
        break;
    case Dialplan:
        takeDialplan(channel);
        break;
    case Held:
    case Resumed:
        channel.isHeld = event.type == Held;
        break;
    case EnteredBridge:
        if (event.isHoldingBridge)
            leave(channel);
        else
            enter(channel, event.bridge);
        if (!m_bridgedSince.contains(event.bridge))
            m_bridgedSince.insert(event.bridge, event.at);
        break;
    case LeftBridge:
        if (channel.bridge == event.bridge)
            leave(channel);
        break;
    case Created:
    case Changed:
    case Destroyed:
    case AttendedTransfer:
    case LineState:
    case Replaced:
    case Other:
        break;
    }
    return m_channels.at(event.channel.id).group;
}

void ChannelGraph::takeDial(const AriEvent& event)
{
    auto& peer = m_channels.at(event.channel.id);
    if (!event.dialString.isEmpty())
        peer.dialString = event.dialString;
    if (event.dialStatus == "RINGING"_L1)
        peer.hasRung = true;
    if (event.dialStatus == "PROGRESS"_L1)
        peer.isEarly = peer.hasRung = true;
    if (!event.other) {
        peer.isOriginated = peer.isOriginated || !peer.isLocal;
        return;
    }
    auto& caller = know(*event.other, false);
    if (!caller.knownAt.isValid())
        caller.knownAt = event.at;
    if (caller.isUp() && !caller.upAt.isValid())
        caller.upAt = event.at;
    peer.dialledBy = event.other->id;
    const bool isQueue = caller.view.app == "Queue"_L1;
    if (isQueue)
        peer.path = caller.view.appData.section(u',', 0, 0);
    else if (caller.view.app == "Dial"_L1 && caller.view.appData.contains(u'&'))
        peer.path = caller.groupNumber;
    else if (!caller.path.isEmpty())
        peer.path = caller.path;
    // A queue or group that calls its members through Local channels.
    if (peer.isLocal && !peer.path.isEmpty())
        if (const auto twin = m_channels.find(twinOf(peer)); twin != m_channels.end())
            twin->second.path = peer.path;
    join(event.other->id, event.channel.id);
}

void ChannelGraph::takeDialplan(Channel& channel)
{
    const QString& app = channel.view.app;
    if (app == "MixMonitor"_L1)
        channel.recording = channel.view.appData.section(u',', 0, 0).section(u'/', -1);
    if (app == "VoiceMail"_L1)
        channel.isInVoicemail = true;
}

void ChannelGraph::enter(Channel& channel, const QString& bridge)
{
    leave(channel);
    channel.bridge = bridge;
    channel.isHeld = false; // of the talk before; a feature code never takes it back
    auto& members = m_bridges[bridge];
    members.append(channel.view.id);
    const QStringList others = members;
    for (const auto& other : others)
        join(other, channel.view.id);
}

void ChannelGraph::leave(Channel& channel)
{
    if (channel.bridge.isEmpty())
        return;
    auto& members = m_bridges[channel.bridge];
    members.removeAll(channel.view.id);
    if (members.isEmpty()) {
        m_bridges.remove(channel.bridge);
        m_bridgedSince.remove(channel.bridge);
    }
    channel.bridge.clear();
}

void ChannelGraph::join(const QString& one, const QString& other)
{
    const auto a = m_channels.find(one);
    const auto b = m_channels.find(other);
    if (a == m_channels.end() || b == m_channels.end() || a->second.group == b->second.group)
        return;
    int kept = a->second.group;
    int given = b->second.group;
    if (m_groups.at(given).isClaimed) {
        if (m_groups.at(kept).isClaimed)
            return; // two calls of our own stay two
        std::swap(kept, given);
    }
    const auto moved = m_groups.at(given).channels;
    for (const auto& id : moved)
        m_channels.at(id).group = kept;
    m_groups.at(kept).channels += moved;
    m_groups.erase(given);
}

void ChannelGraph::remove(const QString& id)
{
    const auto at = m_channels.find(id);
    if (at == m_channels.end())
        return;
    leave(at->second);
    const auto group = m_groups.find(at->second.group);
    group->second.channels.removeAll(id);
    if (group->second.channels.isEmpty())
        m_groups.erase(group);
    if (at->second.isLocal)
        m_locals.remove(at->second.view.name);
    m_channels.erase(at);
}

void ChannelGraph::reset(const QList<ChannelView>& channels, const QList<BridgeView>& bridges)
{
    QSet<QString> alive;
    for (const auto& view : channels)
        alive.insert(view.id);
    QStringList dead;
    for (const auto& [id, channel] : m_channels)
        if (!alive.contains(id))
            dead.append(id);
    for (const auto& id : dead)
        remove(id);
    for (const auto& view : channels) {
        auto& channel = know(view, false);
        leave(channel);
        if (!channel.knownAt.isValid())
            channel.knownAt = view.createdAt;
        if (channel.isUp() && !channel.upAt.isValid())
            channel.upAt = view.createdAt;
    }
    m_bridges.clear();
    m_bridgedSince.clear();
    for (const auto& bridge : bridges) {
        if (bridge.isHolding)
            continue;
        m_bridgedSince.insert(bridge.id, bridge.createdAt);
        for (const auto& id : bridge.channels)
            if (const auto at = m_channels.find(id); at != m_channels.end()) {
                const bool wasHeld = at->second.isHeld;
                enter(at->second, bridge.id);
                at->second.isHeld = wasHeld;
            }
    }
}

void ChannelGraph::link(const QString& id, const QString& root)
{
    const auto at = m_channels.find(id);
    if (at == m_channels.end() || id == root)
        return;
    at->second.view.linkedId = root;
    if (!find(root))
        return;
    if (at->second.dialledBy.isEmpty() && !at->second.isCaller)
        at->second.dialledBy = root;
    join(root, id);
}

void ChannelGraph::claim(int group)
{
    m_groups.at(group).isClaimed = true;
}

void ChannelGraph::withhold(const QString& id)
{
    if (const auto at = m_channels.find(id); at != m_channels.end())
        at->second.isWithheld = true;
}

QString ChannelGraph::twinOf(const Channel& channel) const
{
    QString name = channel.view.name;
    if (!name.endsWith(u'1') && !name.endsWith(u'2'))
        return {};
    name.back() = name.endsWith(u'1') ? u'2' : u'1';
    return m_locals.value(name);
}

void ChannelGraph::addThrough(const QString& id, QStringList& found, QSet<QString>& seen) const
{
    const auto* channel = find(id);
    if (!channel || seen.contains(id))
        return;
    if (channel->isLocal) {
        seen.insert(id);
        if (const QString twin = twinOf(*channel); !twin.isEmpty())
            addPartners(twin, found, seen);
    } else if (!channel->isPseudo) {
        found.append(id);
    }
}

void ChannelGraph::addPartners(const QString& id, QStringList& found, QSet<QString>& seen) const
{
    const auto* channel = find(id);
    if (!channel || seen.contains(id))
        return;
    seen.insert(id);
    const auto members = m_bridges.value(channel->bridge);
    for (const auto& member : members)
        addThrough(member, found, seen);
    if (!found.isEmpty())
        return;
    if (!channel->dialledBy.isEmpty())
        addThrough(channel->dialledBy, found, seen);
    for (const auto* peer : dialledBy(id))
        addThrough(peer->view.id, found, seen);
}

QStringList ChannelGraph::partners(const QString& channel) const
{
    QStringList found;
    QSet<QString> seen;
    addPartners(channel, found, seen);
    return found;
}

QList<const Channel*> ChannelGraph::dialledBy(const QString& id) const
{
    QList<const Channel*> peers;
    const auto* channel = find(id);
    const auto* members = channel ? group(channel->group) : nullptr;
    if (!members)
        return peers;
    for (const auto& member : members->channels)
        if (const auto* peer = find(member); peer && peer->dialledBy == id)
            peers.append(peer);
    return peers;
}

QDateTime ChannelGraph::bridgedSince(const QString& id) const
{
    const auto* channel = find(id);
    return channel ? m_bridgedSince.value(channel->bridge) : QDateTime();
}

} // namespace companion::pbx::asterisk
