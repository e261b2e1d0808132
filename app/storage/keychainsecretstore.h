// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/secretstore.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <memory>

namespace companion::storage {

//! \brief Secrets in the system's key store, through QtKeychain.
//!
//! When the store cannot be reached they are kept for this run only, in memory, and isPersistent()
//! says so: never in a file.
class KeychainSecretStore : public QObject, public SecretStore
{
    Q_OBJECT

public:
    explicit KeychainSecretStore(const QString& profile, QObject* parent = nullptr);

    QFuture<Result<QString>> read(const QString& name) override;
    QFuture<Result<Done>> write(const QString& name, const QString& secret) override;
    QFuture<Result<Done>> remove(const QString& name) override;
    [[nodiscard]] bool isPersistent() const override { return m_isPersistent; }
    //! Whether the store owes an answer: a locked one waits for the person to unlock it.
    [[nodiscard]] bool isAsking() const { return *m_asked > 0; }

private:
    QString m_service;
    QHash<QString, QString> m_thisRun; //!< what the store would not take
    bool m_isPersistent = true;
    std::shared_ptr<int> m_asked = std::make_shared<int>(0); //!< shared with the jobs
};

} // namespace companion::storage
