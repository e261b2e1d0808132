// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QJsonObject>
#include <QWidget>

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace companion {

class Notice;

//! \brief What works and what does not, with what to do about it; and a report for support.
class DiagnoseWindow : public QWidget
{
    Q_OBJECT

public:
    explicit DiagnoseWindow(QWidget* parent = nullptr);

    //! {"version","qt","system","checks":[{"title","state":"ok|problem","text","advice"}]}
    void setChecks(const QJsonObject& diagnosis);
    //! What came of reportRequested().
    void showReport(const QString& path, const Result<Done>& written);
    //! All of it as text, to paste into a message.
    [[nodiscard]] QString asText() const;

Q_SIGNALS:
    void refreshRequested();
    //! \p path: a folder that is not there yet.
    void reportRequested(const QString& path, bool withPersonalData);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addCheck(const QJsonObject& check);
    void saveReport();

    QJsonObject m_diagnosis;
    QLabel* m_summary;
    QVBoxLayout* m_checks;
    QLabel* m_versions;
    QCheckBox* m_personal;
    Notice* m_saved;
};

} // namespace companion
