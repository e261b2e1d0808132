// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace companion::storage {

//! \brief The user's own settings in an INI file: one line a key, read whole, written whole.
//!
//! What cannot be understood is reported by problems(), ignored, and kept as it is in the file.
class SettingsFile
{
public:
    explicit SettingsFile(QString path);

    [[nodiscard]] const QHash<QString, QString>& values() const { return m_values; }
    [[nodiscard]] QStringList problems() const; //!< sentences
    Result<Done> set(const QString& key, const QString& value);
    Result<Done> set(const QHash<QString, QString>& values); //!< all of them, or none
    Result<Done> remove(const QString& key);

private:
    void read();
    Result<Done> write();

    QString m_path;
    QHash<QString, QString> m_values;
    QStringList m_comments;
    QStringList m_foreign; //!< lines that are not ours to understand
    QString m_unreadable; //!< why the file that is there could not be read; then it stays as it is
};

} // namespace companion::storage
