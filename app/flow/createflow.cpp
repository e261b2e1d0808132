// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/createflow.h"

#include "app/core/async.h"
#include "app/core/logging.h"
#include "app/core/matchplan.h"

#include <algorithm>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr qint64 ledgerSeconds =
        900; // longer than any search index lags (salesforce-api.md 4.1)

    Error nearlyUsedUp()
    {
        return {Error::Kind::RateLimited, u"API budget nearly used up"_s, u"api_budget"_s};
    }

    //! Whether the record may stand there although no answer came.
    bool mayHaveArrived(const Error& error)
    {
        return error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout
            || error.kind == Error::Kind::Malformed || error.kind == Error::Kind::Cancelled;
    }

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
    const QString shown = number.input().trimmed();
    NewRecord record{.object = m_settings.createObject};
    record.fields = {
        {u"FirstName"_s, automaticName}, {u"LastName"_s, u'-' + shown}, {u"Phone"_s, shown}};
    if (record.object == "Lead"_L1)
        record.fields.insert(u"Company"_s, shown);
    return record;
}

void CreateFlow::createAutomatically(const CallCard& card)
{
    // What was dialled has the site's prefix in front, which is no part of the number.
    QString presented = card.call.remoteNumber;
    const QString& prefix = m_settings.numbers.outsidePrefix;
    if (card.call.direction == CallDirection::Outbound && !prefix.isEmpty()
        && presented.startsWith(prefix))
        presented.remove(0, prefix.size());
    const auto number = PhoneNumber::read(presented, m_settings.numbers);
    // A masked number is written nowhere.
    if (!number.isLookupWorthy() || m_settings.maskNumbers)
        return;
    const auto call = card.call.id;
    if (!mayCreate(m_crm.status())) {
        Q_EMIT failed(call, nearlyUsedUp());
        return;
    }
    const auto earlier = m_memory.creationFor(number.key());
    if (earlier && earlier->record
        && earlier->begunAt.secsTo(QDateTime::currentDateTimeUtc()) < ledgerSeconds) {
        Q_EMIT created(call, *earlier->record, Creation::Automatic);
        return;
    }
    begin({.number = number,
           .key = number.key(),
           .record = automaticRecord(number),
           .isAutomatic = true,
           .calls = {call}});
}

void CreateFlow::createByHand(const CallId& call, const QString& number, const NewRecord& record)
{
    if (!mayCreate(m_crm.status())) {
        Q_EMIT failed(call, nearlyUsedUp());
        return;
    }
    const auto read = PhoneNumber::read(number, m_settings.numbers);
    QString key = read.isLookupWorthy() ? read.key() : QString();
    if (key.isEmpty())
        key = u"nameless-%1"_s.arg(++m_nameless);
    begin({.number = read, .key = key, .record = record, .calls = {call}});
}

void CreateFlow::begin(const Wish& wish)
{
    const auto& call = wish.calls.constFirst();
    const auto running = m_running.find(wish.key);
    if (running != m_running.end()) {
        running->calls.append(call); // the first of two makes it for both
        Q_EMIT creatingChanged(call, true);
        return;
    }
    m_running.insert(wish.key, wish);
    Q_EMIT creatingChanged(call, true);
    if (wish.number.isLookupWorthy() && !wish.record.allowDuplicate)
        lookBefore(wish.key);
    else
        send(wish.key);
}

void CreateFlow::lookBefore(const QString& key)
{
    async::onReady(m_lookup.lookUpExactly(m_running.value(key).number), this,
                   [this, key](const Result<LookupAnswer>& answer) {
                       if (!answer)
                           return endWith(key, answer.error());
                       if (answer->matches.isEmpty())
                           return send(key);
                       if (m_running.value(key).isAutomatic)
                           return finish(key, answer->matches.constFirst());
                       offerDuplicates(
                           key,
                           {.created = {}, .duplicates = answer->matches, .mayCreateAnyway = true});
                   });
}

void CreateFlow::send(const QString& key)
{
    const auto wish = m_running.value(key);
    const NumberMemory::Creation begun{.numberKey = key,
                                       .begunAt = QDateTime::currentDateTimeUtc()};
    if (wish.number.isLookupWorthy())
        if (const auto noted = m_memory.noteCreation(begun); !noted)
            qCWarning(lcStorage) << "creation not noted:" << noted.error().detail;
    async::onReady(m_crm.create(wish.record), this,
                   [this, key](const Result<CreateAnswer>& answer) {
                       if (!answer)
                           return endWith(key, answer.error());
                       if (!answer->created)
                           return offerDuplicates(key, *answer);
                       const auto& done = m_running.value(key);
                       if (done.number.isLookupWorthy())
                           (void)m_memory.noteCreation({.numberKey = key,
                                                        .begunAt = QDateTime::currentDateTimeUtc(),
                                                        .record = answer->created});
                       if (done.isAutomatic)
                           lookAfter(key, *answer->created);
                       else
                           finish(key, *answer->created);
                   });
}

void CreateFlow::lookAfter(const QString& key, const CrmMatch& made)
{
    async::onReady(
        m_lookup.lookUpExactly(m_running.value(key).number), this,
        [this, key, made](const Result<LookupAnswer>& answer) {
            if (!answer)
                return finish(key, made);
            // Ids of one object grow: all computers agree on which of several is the first.
            const auto& matches = answer->matches;
            const auto first =
                std::min_element(matches.cbegin(), matches.cend(),
                                 [&made](const CrmMatch& one, const CrmMatch& other) {
                                     const auto rank = [&made](const CrmMatch& match) {
                                         return std::pair(match.record.object != made.record.object,
                                                          match.record.id);
                                     };
                                     return rank(one) < rank(other);
                                 });
            const bool isSecond = first != matches.cend() && first->record != made.record
                && first->record.object == made.record.object && first->record.id < made.record.id;
            if (!isSecond)
                return finish(key, made);
            async::onReady(m_crm.removeRecord(made.record), this,
                           [this, key, made, kept = *first](const Result<Done>& removed) {
                               if (!removed)
                                   qCWarning(lcCrm) << "a second record for one number stays:"
                                                    << removed.error().detail;
                               finish(key, removed ? kept : made);
                           });
        });
}

CreateFlow::Wish CreateFlow::take(const QString& key)
{
    return m_running.take(key);
}

void CreateFlow::finish(const QString& key, const CrmMatch& match)
{
    const auto wish = take(key);
    if (wish.number.isLookupWorthy()) {
        (void)m_memory.noteCreation(
            {.numberKey = key, .begunAt = QDateTime::currentDateTimeUtc(), .record = match});
        m_lookup.keepCreated(wish.number, match);
    } else {
        m_lookup.keep({match});
    }
    for (const auto& call : wish.calls) {
        Q_EMIT created(call, match, wish.isAutomatic ? Creation::Automatic : Creation::ByHand);
        Q_EMIT creatingChanged(call, false);
    }
}

void CreateFlow::offerDuplicates(const QString& key, const CreateAnswer& answer)
{
    auto wish = take(key);
    (void)m_memory.dropCreation(key);
    if (wish.isAutomatic)
        return decideAboutDuplicates(key, wish, answer);
    for (const auto& call : wish.calls) {
        Q_EMIT creatingChanged(call, false);
        Q_EMIT duplicatesFound(call, answer);
    }
}

//! Nobody can be asked. Who has the number is taken; somebody else, whom the org's rule finds alike
//! by a name that we have made up, is not.
void CreateFlow::decideAboutDuplicates(const QString& key, Wish wish, const CreateAnswer& answer)
{
    const auto& all = answer.duplicates;
    const auto same = std::find_if(all.cbegin(), all.cend(), [&](const CrmMatch& one) {
        return wish.number.matches(one.phone, m_settings.numbers)
            || std::any_of(one.phones.cbegin(), one.phones.cend(), [&](const QString& phone) {
                   return wish.number.matches(phone, m_settings.numbers);
               });
    });
    if (same != all.cend()) {
        m_lookup.keepCreated(wish.number, *same);
        for (const auto& call : wish.calls) {
            Q_EMIT created(call, *same, Creation::Automatic);
            Q_EMIT creatingChanged(call, false);
        }
        return;
    }
    if (answer.mayCreateAnyway && !wish.record.allowDuplicate) {
        wish.record.allowDuplicate = true;
        m_running.insert(key, wish);
        return send(key);
    }
    const Error refused{Error::Kind::Rejected, u"a duplicate rule"_s, u"DUPLICATES_DETECTED"_s};
    for (const auto& call : wish.calls) {
        Q_EMIT failed(call, refused);
        Q_EMIT creatingChanged(call, false);
    }
}

void CreateFlow::endWith(const QString& key, const Error& error)
{
    // An answer that was lost stays in the ledger: the exact question finds the record later. One
    // that was a plain no leaves nothing behind.
    if (!mayHaveArrived(error))
        (void)m_memory.dropCreation(key);
    const auto wish = take(key);
    qCWarning(lcCrm) << "record not created:" << error.code << error.detail;
    for (const auto& call : wish.calls) {
        Q_EMIT failed(call, error);
        Q_EMIT creatingChanged(call, false);
    }
}

} // namespace companion
