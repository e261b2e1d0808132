// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace companion {

//! \brief An input with its label, its line of explanation, the place for its error, and its lock.
//!
//! Label, explanation and error are also the input's accessible name and description.
class Field : public QWidget
{
    Q_OBJECT

public:
    //! \p label may hold a mnemonic; empty for an input that labels itself (a check box).
    Field(const QString& label, QWidget* input, QWidget* parent = nullptr);
    //! A label from a server: no mnemonic, bounded.
    static QString foreignLabel(const QString& label);

    [[nodiscard]] QWidget* input() const { return m_input; }
    void setLabel(const QString& label);
    void setHelp(const QString& help);
    void setRequired(bool isRequired);
    [[nodiscard]] bool isRequired() const { return m_isRequired; }
    //! Empty: no error. May be a server's sentence.
    void setError(const QString& sentence);
    [[nodiscard]] QString error() const;
    [[nodiscard]] bool hasError() const { return !error().isEmpty(); }
    //! Set by a policy: shown, but not to be changed.
    void setLocked(bool isLocked);
    [[nodiscard]] bool isLocked() const { return m_isLocked; }

private:
    void describe();

    QString m_labelText;
    QWidget* m_input;
    QLabel* m_label;
    QWidget* m_lock;
    QLabel* m_help;
    QWidget* m_errorRow;
    QLabel* m_error;
    bool m_isRequired = false;
    bool m_isLocked = false;
};

} // namespace companion
