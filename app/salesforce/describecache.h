// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/salesforce/describe.h"
#include "app/salesforce/orgsession.h"

#include <QDateTime>
#include <QObject>

namespace companion::salesforce {

//! What was asked for, and how many API calls it took: none for what is known.
struct ShapesAnswer
{
    Shapes shapes = {};
    int apiCalls = 0;
};

//! \brief The shapes of objects, kept for a day and read again when a statement was refused.
class DescribeCache : public QObject
{
    Q_OBJECT

public:
    DescribeCache(OrgSession& org, const Timing& timing, QObject* parent = nullptr);

    //! Shapes of all \p objects; those that cannot be read as they were known last.
    QFuture<Result<ShapesAnswer>> shapes(const QStringList& objects);
    //! Read again, whatever is known.
    QFuture<Result<ShapesAnswer>> reread(const QStringList& objects);
    void take(const Shapes& shapes);
    //! From now on without the fields of parents, where even a fresh description misled us.
    void dropParents(const QStringList& objects);
    void clear() { m_known.clear(); }

private:
    struct Known
    {
        ObjectShape shape;
        QDateTime readAt;
        bool isWithoutParents = false;
    };

    [[nodiscard]] Shapes known(const QStringList& objects) const;
    void put(const QString& object, const ObjectShape& shape);

    OrgSession& m_org;
    Timing m_timing;
    QHash<QString, Known> m_known;
};

} // namespace companion::salesforce
