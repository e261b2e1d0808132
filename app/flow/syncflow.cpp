// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/syncflow.h"

#include "app/core/async.h"
#include "app/core/logging.h"
#include "app/flow/lookupflow.h"

#include <algorithm>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr int stopsFrom = 80; // percent of the API budget, salesforce-api.md 2.3
    constexpr int longestGapDays = 29; // Salesforce tells of deletions of 30 days
    constexpr int pageSize = 500;
    constexpr int mostNotFound = 3; // in a row: then something else is wrong
    constexpr auto ownPhonebookMemo = "sync-pbx-phonebook"_L1;
    constexpr auto ownNameMemo = "sync-pbx-phonebook-name"_L1;
    constexpr auto releasedPhonebookMemo = "sync-pbx-released"_L1;
    constexpr auto label = "CRM: Salesforce "_L1; // the guide's, for people and for us

    QString remarkOf(const RecordId& record)
    {
        return label + record.object + u' ' + record.id;
    }

    //! Whether every contact in it was brought there by a companion, this or a colleague's.
    bool holdsOnlySynced(const PbxPhonebook& phonebook)
    {
        const auto remarks = phonebook.byRemark.keys();
        return !phonebook.holdsEverybody
            && std::count_if(remarks.cbegin(), remarks.cend(),
                             [](const QString& remark) { return remark.startsWith(label); })
            >= phonebook.contacts;
    }

    PbxContact contactOf(const CrmMatch& match, const QString& id)
    {
        QStringList numbers = match.phones;
        if (numbers.isEmpty() && !match.phone.isEmpty())
            numbers.append(match.phone);
        numbers.removeAll(QString());
        numbers.removeDuplicates();
        return {.id = id,
                .name = match.name,
                .company = match.account,
                .email = match.email,
                .numbers = numbers,
                .remark = remarkOf(match.record)};
    }

} // namespace

SyncFlow::SyncFlow(CrmLink& crm, Phonebook& phonebook, Memo& memo, QObject* parent)
    : SyncFlow(crm, phonebook, memo, SyncTiming{}, parent)
{}

SyncFlow::SyncFlow(CrmLink& crm, Phonebook& phonebook, Memo& memo, const SyncTiming& timing,
                   QObject* parent)
    : QObject(parent), m_crm(crm), m_phonebook(phonebook), m_memo(memo), m_timing(timing)
{
    m_next.setSingleShot(true);
    m_pbxRetry.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &SyncFlow::refresh);
    connect(&m_pbxRetry, &QTimer::timeout, this, &SyncFlow::carryOutNext);
    connect(&m_crm, &CrmLink::statusChanged, this, &SyncFlow::onCrmStatus);
    onCrmStatus(m_crm.status());
}

void SyncFlow::setPbx(PbxLink* pbx)
{
    if (m_pbx)
        m_pbx->disconnect(this);
    m_pbx = pbx;
    m_openPhonebook.clear();
    m_wasPbxConnected = false;
    if (!pbx)
        return;
    connect(pbx, &PbxLink::statusChanged, this, &SyncFlow::onPbxStatus);
    onPbxStatus(pbx->status());
}

void SyncFlow::setSettings(const Settings& settings)
{
    const auto before = std::exchange(m_settings, settings);
    if (before.syncPhonebook != settings.syncPhonebook) {
        m_openPhonebook.clear();
        setProblem({});
    }
    const bool isOther = before.syncEnabled != settings.syncEnabled
        || before.syncTarget != settings.syncTarget
        || before.syncPhonebook != settings.syncPhonebook
        || before.integrationEnabled != settings.integrationEnabled;
    if (!isOther)
        return;
    if (!usesPbx())
        setProblem({});
    fillPbx();
    if (mayAsk())
        m_next.start(m_timing.afterSignIn);
}

void SyncFlow::onCrmStatus(const CrmStatus& status)
{
    const bool isConnected = status.state == LinkState::Connected;
    if (isConnected == std::exchange(m_wasCrmConnected, isConnected))
        return;
    if (isConnected)
        m_next.start(m_timing.afterSignIn);
    else
        m_next.stop();
}

void SyncFlow::onPbxStatus(const PbxStatus& status)
{
    const bool isConnected = status.state == LinkState::Connected;
    if (isConnected == std::exchange(m_wasPbxConnected, isConnected) || !isConnected)
        return;
    m_openPhonebook.clear(); // it may have been emptied, filled or allowed meanwhile
    setProblem({});
    fillPbx();
}

bool SyncFlow::mayAsk() const
{
    const auto status = m_crm.status();
    return m_settings.syncEnabled && m_settings.integrationEnabled
        && status.state == LinkState::Connected && apiUsePercent(status) < stopsFrom;
}

void SyncFlow::refresh()
{
    m_next.start(m_timing.period);
    if (m_isAsking || !mayAsk() || m_phonebook.count() == 0)
        return;
    m_toAsk = m_settings.syncObjects;
    askNext();
}

QString SyncFlow::sinceMemo(const QString& object) const
{
    return u"sync-since/"_s + m_crm.status().organizationId + u'/' + object;
}

QDateTime SyncFlow::askedSince(const QString& object) const
{
    const auto earliest = QDateTime::currentDateTimeUtc().addDays(-longestGapDays);
    const auto noted = QDateTime::fromString(m_memo.memo(sinceMemo(object)), Qt::ISODateWithMs);
    return noted.isValid() ? std::max(noted, earliest) : earliest;
}

QString SyncFlow::contactMemo(const RecordId& record) const
{
    // Of the phonebook that is ours now: what lies in one given up before is not touched again.
    return u"sync-pbx-contact/"_s + m_memo.memo(ownPhonebookMemo) + u'/' + record.object + u'/'
        + record.id;
}

void SyncFlow::askNext()
{
    if (m_toAsk.isEmpty() || !mayAsk()) {
        m_isAsking = false;
        return;
    }
    m_isAsking = true;
    const QString object = m_toAsk.constFirst();
    const auto since = askedSince(object);
    async::onReady(m_crm.changedSince(object, since), this,
                   [this, object, since](const Result<RecordNews>& news) {
                       const bool isTaken = news && takeNews(object, *news);
                       if (!news && news.error().kind != Error::Kind::Unsupported)
                           qCWarning(lcCrm) << "changed records not fetched:" << news.error().code
                                            << news.error().detail;
                       // One that was cut is asked for the rest, if that brings it any further.
                       if (!isTaken || !news->isCut || news->until <= since)
                           m_toAsk.removeAll(object);
                       askNext();
                   });
}

bool SyncFlow::takeNews(const QString& object, const RecordNews& news)
{
    QList<PhonebookEntry> changed;
    for (const auto& match : news.changed)
        if (const auto entry = m_phonebook.find(match.record); entry && entry->isReadOnly)
            changed.append(
                {.match = match, .isReadOnly = true, .syncedAt = QDateTime::currentDateTimeUtc()});
    bool isChanged = !changed.isEmpty();
    if (isChanged) {
        if (const auto put = m_phonebook.put(changed); !put) {
            qCWarning(lcStorage) << "phonebook not written:" << put.error().detail;
            return false; // asked again from the same moment on, at its time
        }
        for (const auto& entry : std::as_const(changed))
            wish({.record = entry.match.record, .match = entry.match});
    }
    for (const auto& id : news.removed) {
        const RecordId record{object, id};
        const auto entry = m_phonebook.find(record);
        if (!entry || !entry->isReadOnly)
            continue;
        (void)m_phonebook.remove(record);
        wish({.record = record});
        isChanged = true;
    }
    if (news.until.isValid())
        (void)m_memo.setMemo(sinceMemo(object), news.until.toUTC().toString(Qt::ISODateWithMs));
    if (isChanged)
        Q_EMIT phonebookChanged();
    return true;
}

void SyncFlow::onKept(const QList<CrmMatch>& matches)
{
    for (const auto& match : matches)
        wish({.record = match.record, .match = match});
    Q_EMIT phonebookChanged();
}

void SyncFlow::release()
{
    m_wishes.clear();
    m_openPhonebook.clear();
    if (const QString own = m_memo.memo(ownPhonebookMemo); !own.isEmpty())
        (void)m_memo.setMemo(releasedPhonebookMemo, own); // what is in it may be edited now
    (void)m_memo.setMemo(ownPhonebookMemo, {});
    if (const auto freed = m_phonebook.makeEditable(); !freed)
        qCWarning(lcStorage) << "phonebook not released:" << freed.error().detail;
    Q_EMIT phonebookChanged();
}

bool SyncFlow::usesPbx() const
{
    return m_settings.syncEnabled && m_settings.integrationEnabled
        && m_settings.syncTarget == SyncTarget::Pbx && !m_settings.syncPhonebook.isEmpty();
}

void SyncFlow::fillPbx()
{
    if (!usesPbx() || !m_pbx)
        return;
    if (m_memo.memo(ownNameMemo) != m_settings.syncPhonebook)
        (void)m_memo.setMemo(ownPhonebookMemo, {}); // another is wanted, with all there is
    // What could not be brought there before, from the first page to the last.
    for (int offset = 0;; offset += pageSize) {
        const auto page = m_phonebook.all(pageSize, offset);
        for (const auto& entry : page)
            if (entry.isReadOnly && m_memo.memo(contactMemo(entry.match.record)).isEmpty())
                wish({.record = entry.match.record, .match = entry.match});
        if (page.size() < pageSize)
            break;
    }
    carryOutNext();
}

void SyncFlow::wish(const PbxWish& wish)
{
    if (!usesPbx())
        return;
    // The one being carried out is not touched: it comes again with what is new.
    const auto from = m_wishes.begin() + (m_isWriting && !m_wishes.isEmpty() ? 1 : 0);
    const auto known = std::find_if(from, m_wishes.end(), [&wish](const PbxWish& other) {
        return other.record == wish.record;
    });
    if (known == m_wishes.end())
        m_wishes.append(wish);
    else
        *known = wish;
    carryOutNext();
}

void SyncFlow::openPhonebook()
{
    m_isWriting = true;
    const QString name = m_settings.syncPhonebook;
    async::onReady(
        m_pbx->openPhonebook(name), this, [this, name](const Result<PbxPhonebook>& phonebook) {
            m_isWriting = false;
            if (name != m_settings.syncPhonebook)
                return carryOutNext();
            if (!phonebook)
                return tryLater(phonebook.error());
            const bool isOurs = m_memo.memo(ownPhonebookMemo) == phonebook->id;
            const bool mayBeTaken = phonebook->contacts == 0 ? !phonebook->holdsEverybody
                                                             : holdsOnlySynced(*phonebook)
                    && m_memo.memo(releasedPhonebookMemo) != phonebook->id;
            if (!phonebook->isNew && !isOurs && !mayBeTaken)
                return setProblem(Error{.kind = Error::Kind::Rejected,
                                        .detail = u"the PBX's phonebook holds other contacts"_s,
                                        .code = u"PHONEBOOK_NOT_EMPTY"_s});
            (void)m_memo.setMemo(ownPhonebookMemo, phonebook->id);
            (void)m_memo.setMemo(ownNameMemo, name);
            m_openPhonebook = phonebook->id;
            m_onPbx = phonebook->byRemark;
            setProblem({});
            if (isOurs)
                carryOutNext();
            else
                fillPbx(); // with all there is
        });
}

void SyncFlow::carryOutNext()
{
    const bool isBlocked = m_problem && m_problem->kind != Error::Kind::Offline
        && m_problem->kind != Error::Kind::Timeout;
    if (m_isWriting || m_wishes.isEmpty() || isBlocked || m_pbxRetry.isActive() || !usesPbx()
        || !m_pbx || m_pbx->status().state != LinkState::Connected)
        return; // taken up when that changes
    if (m_openPhonebook.isEmpty())
        return openPhonebook();
    m_isWriting = true;
    const auto first = m_wishes.constFirst();
    QString id = m_memo.memo(contactMemo(first.record));
    if (id.isEmpty())
        id = m_onPbx.take(remarkOf(first.record)); // a colleague's companion was first
    if (first.match) {
        async::onReady(m_pbx->saveContact(m_openPhonebook, contactOf(*first.match, id)), this,
                       [this, first](const Result<QString>& saved) { onSaved(first, saved); });
    } else if (!id.isEmpty()) {
        async::onReady(m_pbx->removeContact(id), this,
                       [this, first](const Result<Done>& removed) { onRemoved(first, removed); });
    } else {
        m_isWriting = false;
        m_wishes.removeFirst();
        QTimer::singleShot(0, this, &SyncFlow::carryOutNext);
    }
}

void SyncFlow::onSaved(const PbxWish& wish, const Result<QString>& id)
{
    m_isWriting = false;
    const QString memo = contactMemo(wish.record);
    if (!id && id.error().kind == Error::Kind::NotFound) {
        // Deleted on the PBX: made anew, and its phonebook looked for again.
        (void)m_memo.setMemo(memo, {});
        m_openPhonebook.clear();
        if (++m_notFound < mostNotFound)
            return carryOutNext();
    }
    m_notFound = 0;
    if (!id
        && (isRetryable(id.error().kind) || id.error().kind == Error::Kind::Unsupported
            || id.error().kind == Error::Kind::Unauthorized))
        return tryLater(id.error());
    if (id)
        (void)m_memo.setMemo(memo, *id);
    else
        qCWarning(lcPbx) << "contact not kept on the PBX:" << id.error().code << id.error().detail;
    if (!m_wishes.isEmpty() && m_wishes.constFirst() == wish)
        m_wishes.removeFirst();
    carryOutNext();
}

void SyncFlow::onRemoved(const PbxWish& wish, const Result<Done>& removed)
{
    m_isWriting = false;
    if (!removed && isRetryable(removed.error().kind))
        return tryLater(removed.error());
    (void)m_memo.setMemo(contactMemo(wish.record), {});
    if (!m_wishes.isEmpty() && m_wishes.constFirst() == wish)
        m_wishes.removeFirst();
    carryOutNext();
}

void SyncFlow::tryLater(const Error& error)
{
    const bool isWaitedFor = isRetryable(error.kind) || error.kind == Error::Kind::Unauthorized
        || error.kind == Error::Kind::Cancelled;
    if (!isWaitedFor)
        return setProblem(error); // no phonebooks there, or no right to them
    m_pbxRetry.start(m_timing.pbxRetry);
}

void SyncFlow::setProblem(const std::optional<Error>& problem)
{
    if (std::exchange(m_problem, problem) != problem)
        Q_EMIT problemChanged();
}

} // namespace companion
