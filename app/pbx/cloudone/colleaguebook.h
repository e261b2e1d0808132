// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pbx/cloudone/frameparser.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

namespace companion::pbx::cloudone {

//! \brief The PBX's extensions: their names, and what is known of their lines and presence (A9,
//! A4.1).
class ColleagueBook
{
public:
    //! All rows of extension/list. What frames have told of those that stay is kept.
    void setRows(const QJsonArray& rows);
    //! Whether \p frame changed anything.
    bool apply(const ColleagueFrame& frame);
    //! The link was down: what the lines did meanwhile is not known.
    void forgetLines();
    void clear();

    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    [[nodiscard]] QString nameOf(const QString& number) const;
    [[nodiscard]] QList<Colleague> colleagues() const; //!< by number
    //! The extension of that number; for an e-mail the first one bound to it, without regard to
    //! case. Empty if there is none.
    [[nodiscard]] QString find(const QString& numberOrEmail) const;

private:
    struct Entry
    {
        Colleague colleague;
        QSet<QString> devices; //!< that are registered, in lower case
        bool areDevicesKnown = false;
    };
    static void settleLine(Entry& entry);

    QHash<QString, Entry> m_entries;
};

} // namespace companion::pbx::cloudone
