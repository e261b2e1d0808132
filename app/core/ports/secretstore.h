// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QFuture>
#include <QString>

namespace companion {

//! \brief Where secrets are kept. Asked by name; nothing else ever stores one.
struct SecretStore
{
    virtual ~SecretStore() = default;
    //! NotFound when there is none; Storage when the system's key store cannot be reached.
    virtual QFuture<Result<QString>> read(const QString& name) = 0;
    virtual QFuture<Result<Done>> write(const QString& name, const QString& secret) = 0;
    virtual QFuture<Result<Done>> remove(const QString& name) = 0;
    //! Whether what is written will still be there after a restart.
    [[nodiscard]] virtual bool isPersistent() const = 0;
};

} // namespace companion
