// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pbx/cloudone/colleaguebook.h"

#include "app/pbx/cloudone/wirevalue.h"

#include <algorithm>
#include <array>
#include <utility>

namespace companion::pbx::cloudone {

using namespace Qt::StringLiterals;

namespace {

    //! extension/list and 30007 name the same devices differently.
    constexpr std::array devices{
        std::pair{"sip_phone"_L1, "sip"_L1},          std::pair{"fxs_phone"_L1, "fxs"_L1},
        std::pair{"linkus_desktop"_L1, "desktop"_L1}, std::pair{"linkus_mobile"_L1, "mobile"_L1},
        std::pair{"linkus_web"_L1, "web"_L1},         std::pair{"linkus_pad"_L1, "pad"_L1}};

} // namespace

void ColleagueBook::setRows(const QJsonArray& rows)
{
    const auto before = std::exchange(m_entries, {});
    for (const auto& value : rows) {
        const auto row = value.toObject();
        const QString number = textOf(row["number"_L1]);
        if (number.isEmpty())
            continue;
        Entry entry{.colleague = {.number = number,
                                  .name = textOf(row["caller_id_name"_L1]),
                                  .email = textOf(row["email_addr"_L1]),
                                  .presence = textOf(row["presence_status"_L1])},
                    .devices = {}};
        if (const auto known = before.constFind(number); known != before.cend())
            entry.colleague.line = known->colleague.line;
        const auto online = row["online_status"_L1].toObject();
        for (const auto& [key, device] : devices) {
            if (!online.contains(key))
                continue;
            entry.areDevicesKnown = true;
            if (numberOf(online[key].toObject()["status"_L1]) == 1)
                entry.devices.insert(device);
        }
        settleLine(entry);
        m_entries.insert(number, entry);
    }
}

void ColleagueBook::settleLine(Entry& entry)
{
    auto& line = entry.colleague.line;
    if (entry.areDevicesKnown && entry.devices.isEmpty())
        line = Colleague::Line::Offline;
    else if (line == Colleague::Line::Offline)
        line = Colleague::Line::Unknown; // there again, and nothing told of it yet
}

bool ColleagueBook::apply(const ColleagueFrame& frame)
{
    const auto at = m_entries.find(frame.number);
    if (at == m_entries.end())
        return false;
    const auto before = at->colleague;
    if (!frame.device.isEmpty()) {
        if (frame.isRegistered)
            at->devices.insert(frame.device.toLower());
        else
            at->devices.remove(frame.device.toLower());
        settleLine(*at);
    }
    if (frame.line)
        at->colleague.line = *frame.line;
    if (!frame.presence.isEmpty())
        at->colleague.presence = frame.presence;
    return at->colleague != before;
}

void ColleagueBook::forgetLines()
{
    for (auto& entry : m_entries)
        if (entry.colleague.line != Colleague::Line::Offline)
            entry.colleague.line = Colleague::Line::Unknown;
}

void ColleagueBook::clear()
{
    m_entries.clear();
}

QString ColleagueBook::nameOf(const QString& number) const
{
    const auto at = m_entries.constFind(number);
    return at == m_entries.cend() ? QString() : at->colleague.name;
}

QList<Colleague> ColleagueBook::colleagues() const
{
    QList<Colleague> list;
    for (const auto& entry : m_entries)
        list.append(entry.colleague);
    std::sort(list.begin(), list.end(), [](const Colleague& one, const Colleague& other) {
        return one.number < other.number;
    });
    return list;
}

QString ColleagueBook::find(const QString& numberOrEmail) const
{
    QString wanted = numberOrEmail.trimmed();
    if (m_entries.contains(wanted))
        return wanted;
    if (!wanted.contains(u'@'))
        return {};
    const auto list = colleagues();
    const auto at = std::find_if(list.cbegin(), list.cend(), [&](const Colleague& colleague) {
        return colleague.email.compare(wanted, Qt::CaseInsensitive) == 0;
    });
    return at == list.cend() ? QString() : at->number;
}

} // namespace companion::pbx::cloudone
