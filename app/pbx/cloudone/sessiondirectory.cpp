// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the session reads of the PBX before it listens: itself, its extensions, and which is ours.
#include "app/pbx/cloudone/session.h"

namespace companion::pbx::cloudone {

using namespace Qt::StringLiterals;

namespace {

    constexpr int extensionsAtOnce = 500;
    constexpr int maxExtensions = 20000;

} // namespace

void Session::askDirectory(const std::function<void(const Result<Done>&)>& then)
{
    m_directoryAge.start();
    ask([this](const QString& token) { return m_api.get(u"system/information"_s, token); },
        inThisRound([this, then](const Envelope& envelope) {
            if (envelope)
                takeSystem(*envelope);
            else if (!isFinal(envelope.error()))
                return then(envelope.error());
            askExtensions({}, then); // a firmware that does not tell of itself is no reason to stop
        }));
}

void Session::takeSystem(const QJsonObject& object)
{
    m_system = readSystemInformation(object, QDateTime::currentDateTime());
    if (!m_system.zone.isValid())
        m_system.zone = QTimeZone::systemTimeZone();
    m_status.serial = m_system.serial;
    m_status.firmware = m_system.firmware;
    m_status.firmwareTooOld = isFirmwareTooOld(m_system.firmware);
    for (auto* stream : {m_stream.get(), m_next.get(), m_retiring.get()})
        if (stream)
            stream->setZone(m_system.zone);
}

void Session::askExtensions(const QJsonArray& known,
                            const std::function<void(const Result<Done>&)>& then)
{
    const auto page = known.size() / extensionsAtOnce + 1;
    const Api::Query query{{u"page"_s, QString::number(page)},
                           {u"page_size"_s, QString::number(extensionsAtOnce)},
                           {u"sort_by"_s, u"number"_s},
                           {u"order_by"_s, u"asc"_s}};
    ask([this,
         query](const QString& token) { return m_api.get(u"extension/list"_s, token, query); },
        inThisRound([this, known, then](const Envelope& envelope) {
            if (!envelope && !isFinal(envelope.error()))
                return then(envelope.error());
            const bool isBeyondTheEnd =
                !envelope && envelope.error().kind == Error::Kind::NotFound && !known.isEmpty();
            if (!envelope && !isBeyondTheEnd)
                return then(takeRefusedList(known, envelope.error()));
            auto rows = known;
            const auto more = envelope ? (*envelope)["data"_L1].toArray() : QJsonArray();
            for (const auto& row : more)
                rows.append(row);
            const bool isWhole = more.size() < extensionsAtOnce || rows.size() >= maxExtensions;
            if (isWhole)
                return then(takeExtensions(rows));
            askExtensions(rows, then);
        }));
}

QString Session::ownByBook() const
{
    const QString wanted = m_account.extension.trimmed();
    return m_book.find(wanted.isEmpty() ? m_email : wanted);
}

void Session::takeOwn(const QString& number)
{
    m_status.extension = number;
    m_status.name = m_book.nameOf(number);
    enter(m_status.state, m_status.problem); // events may follow, and are of this extension
    Q_EMIT colleaguesChanged();
}

Result<Done> Session::takeExtensions(const QJsonArray& rows)
{
    m_book.setRows(rows);
    QString own = ownByBook();
    // An empty list says nothing about the extension.
    if (const QString wanted = m_account.extension.trimmed();
        own.isEmpty() && m_book.isEmpty() && !wanted.contains(u'@'))
        own = wanted;
    if (own.isEmpty())
        return Error{Error::Kind::NotFound, u"no such extension"_s};
    takeOwn(own);
    return Done{};
}

//! A list that may not be read, or not to its end, says nothing about who is not in it.
Result<Done> Session::takeRefusedList(const QJsonArray& read, const Error& refusal)
{
    if (!m_status.extension.isEmpty())
        return Done{}; // what was known before stays
    m_book.setRows(read);
    QString own = ownByBook();
    if (const QString wanted = m_account.extension.trimmed();
        own.isEmpty() && !wanted.contains(u'@'))
        own = wanted;
    if (own.isEmpty())
        return refusal;
    takeOwn(own);
    return Done{};
}

} // namespace companion::pbx::cloudone
