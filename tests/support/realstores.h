// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/tables.h"

#include <QTemporaryDir>

#include <memory>

namespace companion::test {

//! \brief The real database on a file of its own, and a way to restart on it.
class RealStores
{
public:
    RealStores() { open(); }

    [[nodiscard]] storage::Database& database() { return *m_database; }
    [[nodiscard]] storage::CallTable& calls() { return *m_calls; }
    [[nodiscard]] storage::OutboxTable& outbox() { return *m_outbox; }
    [[nodiscard]] storage::NumberTable& numbers() { return *m_numbers; }
    [[nodiscard]] storage::PhonebookTable& phonebook() { return *m_phonebook; }
    [[nodiscard]] storage::MemoTable& memo() { return *m_memo; }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("companion.db")); }

    //! As a new start of the program finds it. The flows on it must be gone.
    void reopen()
    {
        m_memo.reset();
        m_phonebook.reset();
        m_numbers.reset();
        m_outbox.reset();
        m_calls.reset();
        m_database.reset();
        open();
    }

private:
    void open()
    {
        auto opened = storage::Database::open(path());
        if (!opened)
            qFatal("the test's database cannot be opened");
        m_database = std::move(*opened);
        // A restart here is that of a program, not of a computer: nothing need wait for the disk.
        (void)m_database->read(QStringLiteral("PRAGMA synchronous=OFF"), {},
                               [](const QSqlQuery&) { return true; });
        m_calls = std::make_unique<storage::CallTable>(*m_database);
        m_outbox = std::make_unique<storage::OutboxTable>(*m_database);
        m_numbers = std::make_unique<storage::NumberTable>(*m_database);
        m_phonebook = std::make_unique<storage::PhonebookTable>(*m_database);
        m_memo = std::make_unique<storage::MemoTable>(*m_database);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<storage::CallTable> m_calls;
    std::unique_ptr<storage::OutboxTable> m_outbox;
    std::unique_ptr<storage::NumberTable> m_numbers;
    std::unique_ptr<storage::PhonebookTable> m_phonebook;
    std::unique_ptr<storage::MemoTable> m_memo;
};

} // namespace companion::test
