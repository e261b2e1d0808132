// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/callstore.h"
#include "app/storage/database.h"

namespace companion::storage {

//! The history of calls.
class CallTable : public CallStore
{
public:
    explicit CallTable(Database& database);
    Result<Done> save(const HistoryRow& row) override;
    Result<Done> mark(const QList<JournalMark>& marks) override;
    [[nodiscard]] std::optional<HistoryRow> find(const CallId& call) const override;
    [[nodiscard]] QList<HistoryRow> history(const HistoryQuery& query) const override;
    [[nodiscard]] QList<CallId> pending() const override;
    [[nodiscard]] int pendingCount() const override;

private:
    Database& m_database;
};

//! Log entries on their way.
class OutboxTable : public Outbox
{
public:
    explicit OutboxTable(Database& database);
    Result<OutboxRow> enqueue(const OutboxRow& row) override;
    Result<Done> update(const QList<OutboxRow>& rows) override;
    Result<Done> remove(qint64 id) override;
    [[nodiscard]] std::optional<OutboxRow> findByCall(const CallId& call) const override;
    [[nodiscard]] QList<OutboxRow> due(const QDateTime& now, int limit,
                                       const std::optional<OutboxRow>& after = {}) const override;
    [[nodiscard]] QList<OutboxRow>
    uncheckedDue(const QDateTime& now, int limit,
                 const std::optional<OutboxRow>& after = {}) const override;
    [[nodiscard]] std::optional<OutboxRow> find(qint64 id) const override;
    [[nodiscard]] QList<OutboxRow> unwrittenOf(const CallId& call) const override;
    [[nodiscard]] QList<CallId> unwrittenCalls() const override;
    [[nodiscard]] QList<OutboxRow> refusedFollowUps() const override;
    [[nodiscard]] int unwrittenCount() const override;
    [[nodiscard]] int waitingFollowUpCount() const override;
    [[nodiscard]] QDateTime nextDue(const QDateTime& now) const override;
    Result<Done> hurry(const QDateTime& now) override;
    Result<Done> recoverAfterRestart() override;

private:
    [[nodiscard]] QList<OutboxRow> select(const QString& where, const QVariantList& values) const;
    [[nodiscard]] int count(const QString& where, const QVariantList& values) const;

    Database& m_database;
};

//! Choices and creations by number.
class NumberTable : public NumberMemory
{
public:
    explicit NumberTable(Database& database);
    [[nodiscard]] std::optional<RecordId> chosenFor(const QString& numberKey) const override;
    Result<Done> remember(const QString& numberKey, const RecordId& record) override;
    Result<Done> forget(const QString& numberKey) override;
    [[nodiscard]] std::optional<Creation> creationFor(const QString& numberKey) const override;
    Result<Done> noteCreation(const Creation& creation) override;
    Result<Done> dropCreation(const QString& numberKey) override;

private:
    Database& m_database;
};

//! \brief Contacts matched before. Numbers are indexed from their last digit on and compared by
//! PhoneNumber::matches(); names by each word's folded beginning.
class PhonebookTable : public Phonebook
{
public:
    explicit PhonebookTable(Database& database);
    Result<Done> put(const QList<PhonebookEntry>& entries) override;
    Result<Done> remove(const RecordId& record) override;
    [[nodiscard]] std::optional<PhonebookEntry> find(const RecordId& record) const override;
    Result<Done> makeEditable() override;
    [[nodiscard]] QList<PhonebookEntry> byNumber(const PhoneNumber& number,
                                                 const NumberRules& rules) const override;
    [[nodiscard]] QList<PhonebookEntry> byName(const QString& typed, int limit) const override;
    [[nodiscard]] QList<PhonebookEntry> byDigits(const QString& digits, int limit) const override;
    [[nodiscard]] QList<PhonebookEntry> all(int limit, int offset) const override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] Coverage coverage(const QString& numberKey) const override;
    Result<Done> noteCoverage(const QString& numberKey, Coverage coverage) override;

private:
    Result<Done> putOne(const PhonebookEntry& entry);
    Result<Done> removeIndexed(qint64 person);
    Result<Done> indexNumbers(qint64 person, const CrmMatch& match);
    [[nodiscard]] bool isEmpty(const QString& table) const;

    Database& m_database;
};

//! Small values.
class MemoTable : public Memo
{
public:
    explicit MemoTable(Database& database);
    [[nodiscard]] QString memo(const QString& name) const override;
    Result<Done> setMemo(const QString& name, const QString& value) override;

private:
    Database& m_database;
};

} // namespace companion::storage
