// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDialog>

class QDateEdit;
class QLineEdit;
class QPushButton;

namespace companion {

class Field;
class Notice;

//! \brief Asks for a task to be done after a call: what, and by which day.
class FollowUpDialog : public QDialog
{
    Q_OBJECT

public:
    //! \p who: the caller as people read it, for the usual subject; \p today enters from outside.
    FollowUpDialog(const QString& who, const QDate& today, QWidget* parent = nullptr);

    void showError(const QString& sentence);

Q_SIGNALS:
    void saveRequested(const QString& subject, const QDate& due);

private:
    void save();

    QLineEdit* m_subject;
    QDateEdit* m_due;
    Field* m_subjectField;
    Notice* m_problem;
    QPushButton* m_save;
};

} // namespace companion
