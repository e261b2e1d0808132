// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/createflow.h"

#include "app/core/async.h"
#include "app/core/logging.h"

#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr qint64 ledgerSeconds =
        15 * 60; // longer than any search index lags (salesforce-api.md 4.1)

} // namespace

CreateFlow::CreateFlow(CrmLink& crm, LookupFlow& lookup, NumberMemory& memory, QObject* parent)
    : QObject(parent), m_crm(crm), m_lookup(lookup), m_memory(memory)
{}

void CreateFlow::setSettings(const Settings& settings)
{
    m_settings = settings;
}

NewRecord CreateFlow::automaticRecord(const PhoneNumber& number) const
{
    // As the guide shows it: "Automatic New Contact -5503301".
    const QString shown = number.input();
    NewRecord record{.object = m_settings.createObject};
    record.fields = {{u"FirstName"_s, u"Automatic New Contact"_s},
                     {u"LastName"_s, u'-' + shown},
                     {u"Phone"_s, shown}};
    if (record.object == "Lead"_L1)
        record.fields.insert(u"Company"_s, shown);
    return record;
}

void CreateFlow::createAutomatically(const CallCard& card)
{
    const auto number = PhoneNumber::read(card.call.remoteNumber, m_settings.numbers);
    if (!number.isLookupWorthy())
        return;
    const auto key = number.key();
    const auto call = card.call.id;
    if (const auto earlier = m_memory.creationFor(key); earlier && earlier->record
        && earlier->begunAt.secsTo(QDateTime::currentDateTimeUtc()) < ledgerSeconds) {
        Q_EMIT created(call, *earlier->record);
        return;
    }
    auto& waiting = m_running[key];
    waiting.append(call);
    if (waiting.size() > 1)
        return; // the first of two calls at once makes it for both
    Q_EMIT creatingChanged(call, true);
    async::onReady(m_lookup.lookUpExactly(number), this,
                   [this, call, key, number](const Result<LookupAnswer>& answer) {
                       if (!answer)
                           return endWith(call, key, answer.error());
                       if (!answer->matches.isEmpty())
                           return finish(call, key, answer->matches.constFirst());
                       send(call, key, automaticRecord(number));
                   });
}

void CreateFlow::createByHand(const CallId& call, const QString& number, const NewRecord& record)
{
    const auto read = PhoneNumber::read(number, m_settings.numbers);
    const auto key = read.key();
    m_running[key].append(call);
    send(call, key, record);
}

void CreateFlow::send(const CallId& call, const QString& key, const NewRecord& record)
{
    const NumberMemory::Creation begun{.numberKey = key,
                                       .begunAt = QDateTime::currentDateTimeUtc()};
    if (!key.isEmpty())
        if (const auto noted = m_memory.noteCreation(begun); !noted)
            qCWarning(lcStorage) << "creation not noted:" << noted.error().detail;
    async::onReady(m_crm.create(record), this,
                   [this, call, key](const Result<CreateAnswer>& answer) {
                       if (!answer)
                           return endWith(call, key, answer.error());
                       if (answer->created)
                           return finish(call, key, *answer->created);
                       (void)m_memory.dropCreation(key);
                       m_running.remove(key);
                       Q_EMIT creatingChanged(call, false);
                       Q_EMIT duplicatesFound(call, *answer);
                   });
}

void CreateFlow::finish(const CallId& call, const QString& key, const CrmMatch& match)
{
    const NumberMemory::Creation done{
        .numberKey = key, .begunAt = QDateTime::currentDateTimeUtc(), .record = match};
    if (!key.isEmpty())
        (void)m_memory.noteCreation(done);
    m_lookup.keep({match});
    auto waiting = m_running.take(key);
    if (!waiting.contains(call))
        waiting.append(call);
    for (const auto& each : std::as_const(waiting)) {
        Q_EMIT creatingChanged(each, false);
        Q_EMIT created(each, match);
    }
}

void CreateFlow::endWith(const CallId& call, const QString& key, const Error& error)
{
    // An answer that was lost stays in the ledger: the exact question finds the record later. One
    // that was a plain no leaves nothing behind.
    if (!isRetryable(error.kind) && error.kind != Error::Kind::Cancelled)
        (void)m_memory.dropCreation(key);
    const auto waiting = m_running.take(key);
    for (const auto& each : waiting)
        Q_EMIT creatingChanged(each, false);
    qCWarning(lcCrm) << "record not created:" << error.detail << error.code;
    Q_EMIT failed(call, error);
}

} // namespace companion
