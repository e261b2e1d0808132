// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <memory>

namespace companion::storage {

//! \brief The profile's SQLite database: opened, migrated, with statements kept prepared.
//!
//! WAL mode; each write is on the disk when it returns. A file that is no database, or is damaged,
//! is set aside under another name and a new one begun; one written by a newer program is refused.
class Database
{
public:
    static Result<std::unique_ptr<Database>> open(const QString& path);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    Database(Database&&) = delete;
    Database& operator=(Database&&) = delete;

    //! Runs a statement that answers nothing.
    Result<Done> change(const QString& sql, const QVariantList& values = {});
    //! Hands each row of the answer to \p take until that returns false. The statement is finished
    //! then: one left open would keep the write-ahead log from ever being emptied.
    Result<Done> read(const QString& sql, const QVariantList& values,
                      const std::function<bool(const QSqlQuery&)>& take);
    //! All or nothing; inside another one it is a part of that.
    Result<Done> transact(const std::function<Result<Done>()>& work);
    //! Gives back what it keeps to be fast: for quiet moments. The next question takes a little
    //! longer.
    void shrink();
    //! Where a damaged file was put, if there was one; empty otherwise.
    [[nodiscard]] QString setAside() const { return m_setAside; }

private:
    Database() = default;
    Result<Done> openFile(const QString& path);
    Result<Done> check();
    Result<Done> migrate();
    Result<QSqlQuery*> run(const QString& sql, const QVariantList& values);

    QString m_connection;
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared; // shared only because QHash copies
    QString m_setAside;
    int m_depth = 0;
};

} // namespace companion::storage
