// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/orgstate.h"

#include <algorithm>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype keptStatements = 1000;

} // namespace

void FaultBox::set(const Fault& fault)
{
    m_faults.removeIf(
        [&](const Fault& old) { return old.name == fault.name && old.match == fault.match; });
    if (fault.times != 0)
        m_faults.append(fault);
}

std::optional<QJsonValue> FaultBox::take(QLatin1StringView name, QStringView subject)
{
    const auto fault = std::find_if(m_faults.begin(), m_faults.end(), [&](const Fault& candidate) {
        return candidate.name == name
            && (candidate.match.isEmpty() || subject.contains(candidate.match));
    });
    if (fault == m_faults.end())
        return {};
    const QJsonValue value = fault->value;
    if (fault->times > 0 && --fault->times == 0)
        m_faults.erase(fault);
    return value;
}

bool FaultBox::isSet(QLatin1StringView name) const
{
    return std::any_of(m_faults.begin(), m_faults.end(),
                       [name](const Fault& fault) { return fault.name == name; });
}

QJsonArray FaultBox::toJson() const
{
    QJsonArray list;
    for (const auto& fault : m_faults)
        list.append(QJsonObject{{u"name"_s, fault.name},
                                {u"times"_s, fault.times},
                                {u"value"_s, fault.value},
                                {u"match"_s, fault.match}});
    return list;
}

void CallLog::addStatement(const QString& kind, const QString& text, const QDateTime& when)
{
    m_statements.append(QJsonObject{
        {u"kind"_s, kind}, {u"text"_s, text}, {u"at"_s, when.toString(Qt::ISODateWithMs)}});
    if (m_statements.size() > keptStatements)
        m_statements.removeFirst();
}

QJsonObject CallLog::counters() const
{
    QJsonObject object;
    for (auto it = m_counters.begin(); it != m_counters.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

} // namespace companion::sandbox
