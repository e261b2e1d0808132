// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/crmmatch.h"

#include <QWidget>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace companion {

class ElidedLabel;
class RecordButton;

//! \brief The records that a number may belong to, to choose from by mouse or by 1–9.
//!
//! People of one account stand together, and the heading says so: a shared company number.
class MatchList : public QWidget
{
    Q_OBJECT

public:
    explicit MatchList(QWidget* parent = nullptr);

    void setMatches(const QList<CrmMatch>& matches);
    //! Chooses the record of a key, as a click would; false when there is none.
    bool chooseKey(int key);
    void focusFirst();

Q_SIGNALS:
    void chosen(const companion::RecordId& record);
    void noneChosen();

private:
    void fillRows();
    void setHeading();

    QList<CrmMatch> m_matches; //!< in the order shown
    bool m_isShared = false; //!< all of one account
    ElidedLabel* m_heading = nullptr; // the layout's, as all of these
    QScrollArea* m_area = nullptr;
    QVBoxLayout* m_layout = nullptr;
    QList<RecordButton*> m_rows;
    QPushButton* m_none = nullptr;
};

//! \p matches with those of one account together, otherwise in their order (best first).
QList<CrmMatch> groupedByAccount(const QList<CrmMatch>& matches);

} // namespace companion
