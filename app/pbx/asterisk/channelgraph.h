// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pbx/asterisk/eventparser.h"

#include <QHash>
#include <QSet>

#include <map>
#include <unordered_map>

namespace companion::pbx::asterisk {

//! A channel that is alive, and what its events have told so far.
struct Channel
{
    ChannelView view = {};
    QString endpoint = {};
    QString dialled = {}; //!< the extension it asked for when it was created
    QString context = {}; //!< its endpoint's
    QString path = {}; //!< queue or ring group that had it called
    QString groupNumber = {}; //!< of a caller: the last short number it passed in the dial plan
    QString recording = {};
    QString dialledBy = {}; //!< the calling channel's id
    QString dialString = {};
    QString bridge = {}; //!< mixing bridges only
    QString callerNameAtFirst = {};
    QDateTime knownAt = {};
    QDateTime upAt = {};
    int group = 0;
    bool isLocal = false;
    bool isPseudo = false; //!< no party: recorders, announcers, what a masquerade leaves
    bool isCaller = false; //!< its phone or trunk began the call
    bool isOriginated = false; //!< called because a program asked, not by a caller
    bool hasRung = false;
    bool isEarly = false;
    bool isHeld = false;
    bool isWithheld = false;
    bool isInVoicemail = false;

    [[nodiscard]] bool isUp() const { return view.state == QLatin1String("Up"); }
};

//! Channels that belong to one call, by dialling, by bridging or as the two ends of a Local one.
struct ChannelGroup
{
    QStringList channels = {}; //!< in the order of their creation
    bool isClaimed = false; //!< an own channel is or was in it: never joined with another such
};

//! \brief Which channels there are, and which of them have to do with each other.
//!
//! Every channel of the PBX is here, so it must stay cheap: a channel that is destroyed is
//! forgotten at once, and a group with its last channel.
class ChannelGraph
{
public:
    //! Takes an event in and returns the group it concerns; 0 for none. A Destroyed channel is
    //! still there until remove().
    int take(const AriEvent& event);
    void remove(const QString& id);
    //! After (re)connecting: these channels are alive, and no others. What is known of them stays.
    void reset(const QList<ChannelView>& channels, const QList<BridgeView>& bridges);
    //! The channel \p id belongs to the call that \p root began (its linked id).
    void link(const QString& id, const QString& root);
    void claim(int group);
    void withhold(const QString& id);

    [[nodiscard]] const Channel* find(const QString& id) const;
    [[nodiscard]] const ChannelGroup* group(int id) const;
    //! Who \p channel talks to, is called by or calls, seen through Local channels.
    [[nodiscard]] QStringList partners(const QString& channel) const;
    //! Channels that the channel \p id dials or has dialled, Local ones included.
    [[nodiscard]] QList<const Channel*> dialledBy(const QString& id) const;
    [[nodiscard]] QDateTime bridgedSince(const QString& id) const;
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_channels.size()); }

private:
    Channel& know(const ChannelView& view, bool isNew);
    static void update(Channel& channel, const ChannelView& view);
    void takeDial(const AriEvent& event);
    static void takeDialplan(Channel& channel);
    void enter(Channel& channel, const QString& bridge);
    void leave(Channel& channel);
    void join(const QString& one, const QString& other);
    void addPartners(const QString& id, QStringList& found, QSet<QString>& seen) const;
    void addThrough(const QString& id, QStringList& found, QSet<QString>& seen) const;
    [[nodiscard]] QString twinOf(const Channel& channel) const;

    std::unordered_map<QString, Channel> m_channels;
    std::map<int, ChannelGroup> m_groups;
    QHash<QString, QStringList> m_bridges; //!< mixing bridges: who is in them
    QHash<QString, QDateTime> m_bridgedSince;
    QHash<QString, QString> m_locals; //!< name → id
    int m_nextGroup = 1;
};

} // namespace companion::pbx::asterisk
