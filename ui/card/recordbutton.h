// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/crmmatch.h"

#include <QAbstractButton>

namespace companion {

//! \brief A record as a button: what it is called and of which kind, and where it belongs. As
//! *link* it opens the record (the CRM label); as *choice* it also shows owner, last activity and
//! the key that chooses it.
class RecordButton : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Role { Link, Choice };

    explicit RecordButton(Role role, QWidget* parent = nullptr);

    void setMatch(const CrmMatch& match, const QDateTime& openedAt = {});
    void setKey(int key); //!< 1 to 9, or 0 for none
    void setAccountShown(bool isShown); //!< not where the heading names it
    [[nodiscard]] const RecordId& record() const { return m_match.record; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QStringList moreLines() const;
    void describe();
    void drawFrame(QPainter& painter) const;
    QRect drawLeading(QPainter& painter, QRect room) const;
    QRect drawTrailing(QPainter& painter, QRect room) const;

    Role m_role;
    CrmMatch m_match;
    QDateTime m_openedAt;
    int m_key = 0;
    bool m_isAccountShown = true;
};

} // namespace companion
