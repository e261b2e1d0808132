// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/recordstore.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    constexpr auto base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"_L1;
    constexpr auto base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"_L1;

    QString numbered(const QString& keyPrefix, quint64 number)
    {
        QString tail;
        for (int i = 0; i < 7; ++i) {
            tail.prepend(QLatin1Char(base62[static_cast<qsizetype>(number % 62)]));
            number /= 62;
        }
        return keyPrefix + u"5g000"_s + tail;
    }

} // namespace

const QJsonObject* Record::searchable(const QDateTime& now, std::chrono::milliseconds delay) const
{
    const QJsonObject* latest = nullptr;
    for (const auto& state : indexStates) {
        if (state.since.addMSecs(delay.count()) <= now)
            latest = &state.values;
    }
    return latest;
}

const Record* RecordStore::find(const QString& id) const
{
    const auto found = m_records.constFind(id.size() == 15 ? toLongId(id) : id);
    return found == m_records.constEnd() || !isVisible(*found) ? nullptr : &*found;
}

QList<const Record*> RecordStore::rows(const QString& object) const
{
    QList<const Record*> found;
    for (const QString& id : m_order.value(object)) {
        const auto record = m_records.constFind(id);
        if (record != m_records.constEnd() && isVisible(*record))
            found.append(&*record);
    }
    return found;
}

QString RecordStore::insert(const QString& object, const QString& keyPrefix, QJsonObject values,
                            const QDateTime& now, const QString& userId)
{
    QString id = values.value("Id"_L1).toString();
    if (id.isEmpty())
        id = toLongId(numbered(keyPrefix, ++m_lastNumber[object]));
    const QString stamp = toApiTime(now);
    values.insert(u"Id"_s, id);
    values.insert(u"IsDeleted"_s, false);
    values.insert(u"CreatedDate"_s, stamp);
    values.insert(u"CreatedById"_s, userId);
    values.insert(u"LastModifiedDate"_s, stamp);
    values.insert(u"LastModifiedById"_s, userId);
    values.insert(u"SystemModstamp"_s, stamp);

    Record record;
    record.id = id;
    record.object = object;
    record.values = values;
    record.indexStates = {{now, values}};
    m_records.insert(id, record);
    m_order[object].append(id);
    return id;
}

void RecordStore::update(const QString& id, const QJsonObject& values, const QDateTime& now,
                         const QString& userId)
{
    const auto record = m_records.find(id.size() == 15 ? toLongId(id) : id);
    if (record == m_records.end())
        return;
    for (auto it = values.begin(); it != values.end(); ++it)
        record->values.insert(it.key(), it.value());
    const QString stamp = toApiTime(now);
    record->values.insert(u"LastModifiedDate"_s, stamp);
    record->values.insert(u"LastModifiedById"_s, userId);
    record->values.insert(u"SystemModstamp"_s, stamp);
    record->indexStates.append({now, record->values});
}

void RecordStore::remove(const QString& id, const QDateTime& now)
{
    const auto record = m_records.find(id.size() == 15 ? toLongId(id) : id);
    if (record == m_records.end())
        return;
    record->deleted = true;
    record->deletedAt = now;
    record->values.insert(u"IsDeleted"_s, true);
    record->values.insert(u"SystemModstamp"_s, toApiTime(now));
}

void RecordStore::markPersonAccountPart(const QString& id)
{
    const auto record = m_records.find(id);
    if (record != m_records.end())
        record->personAccountPart = true;
}

void RecordStore::clear()
{
    m_records.clear();
    m_order.clear();
    m_lastNumber.clear();
}

QString toLongId(const QString& shortId)
{
    if (shortId.size() != 15)
        return shortId;
    QString suffix;
    for (qsizetype block = 0; block < 3; ++block) {
        qsizetype bits = 0;
        for (qsizetype i = 0; i < 5; ++i) {
            if (const QChar c = shortId.at(block * 5 + i); c >= u'A' && c <= u'Z')
                bits |= qsizetype(1) << i;
        }
        suffix.append(QLatin1Char(base32[bits]));
    }
    return shortId + suffix;
}

bool looksLikeId(QStringView text)
{
    static const QRegularExpression pattern(u"^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$"_s);
    return pattern.match(text.toString()).hasMatch();
}

QString toApiTime(const QDateTime& time)
{
    // Salesforce keeps whole seconds; the milliseconds are always written as zero.
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'.000+0000'"_s);
}

QDateTime fromApiTime(const QString& text)
{
    static const QRegularExpression pattern(
        u"^(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})(\\.\\d{1,9})?(Z|[+-]\\d{2}:?\\d{2})$"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    auto time = QDateTime::fromString(match.captured(1), u"yyyy-MM-dd'T'HH:mm:ss"_s);
    time.setTimeZone(QTimeZone::utc());
    QString zone = match.captured(3);
    if (zone == "Z"_L1)
        return time;
    zone.remove(u':');
    const int seconds = (zone.mid(1, 2).toInt() * 60 + zone.mid(3, 2).toInt()) * 60;
    return time.addSecs(zone.startsWith(u'-') ? seconds : -seconds);
}

} // namespace companion::sandbox
