// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QProgressBar;
class QVBoxLayout;

namespace companion {

class Field;
class Notice;

//! \brief What both pages of the sign-in window share: state on top, fields, buttons below.
class SignInPage : public QWidget
{
    Q_OBJECT

protected:
    explicit SignInPage(QWidget* parent = nullptr);

    Field* addLine(const QString& name, const QString& label, QWidget* content = nullptr);
    Field* addSecret(const QString& name, const QString& label);
    Field* addChoice(const QString& name, const QString& label);
    void addWidget(QWidget* widget);
    //! Ends the fields; what the caller adds stands at the window's bottom.
    QHBoxLayout* addButtonRow();
    void setProgress(bool isRunning);
    [[nodiscard]] Notice* notice() const { return m_notice; }

    static QLineEdit* lineOf(const Field* field);
    static QComboBox* choiceOf(const Field* field);
    //! Shows \p value unless the person has typed something else that is not in force yet.
    static void fill(const Field* field, const QString& value);

Q_SIGNALS:
    void entered(); //!< Enter in one of the lines

private:
    void connectLine(Field* field, QLineEdit* line);

    Notice* m_notice;
    QProgressBar* m_progress;
    QVBoxLayout* m_column;
};

} // namespace companion
