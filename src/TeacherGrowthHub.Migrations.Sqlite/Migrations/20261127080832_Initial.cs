using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherGrowthHub.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditAnchors",
                columns: table => new
                {
                    Key = table.Column<int>(type: "INTEGER", nullable: false),
                    LastId = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditAnchors", x => x.Key);
                }
            );

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: true),
                    Action = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    SubjectKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "CalendarFeeds",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Token = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarFeeds", x => x.AccountId);
                }
            );

            migrationBuilder.CreateTable(
                name: "CertificateBatches",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SchoolYear = table.Column<int>(type: "INTEGER", nullable: false),
                    TeacherIds = table.Column<string>(type: "TEXT", nullable: false),
                    Site = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    LeftOut = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateBatches", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "CertificateCounters",
                columns: table => new
                {
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateCounters", x => x.Year);
                }
            );

            migrationBuilder.CreateTable(
                name: "Certificates",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    TeacherId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SchoolYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Face = table.Column<string>(type: "TEXT", nullable: false),
                    BlobHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IssuedById = table.Column<string>(type: "TEXT", nullable: true),
                    IssuedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    BatchId = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SucceededBy = table.Column<string>(type: "TEXT", nullable: true),
                    NeedsLook = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Certificates", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ChangeEntries",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    TransactionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeEntries", x => x.Sequence);
                }
            );

            migrationBuilder.CreateTable(
                name: "DutyBalances",
                columns: table => new
                {
                    TeacherId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    SchoolYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Duty = table.Column<int>(type: "INTEGER", nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RequiredHundredths = table.Column<int>(type: "INTEGER", nullable: false),
                    CertifiedHundredths = table.Column<int>(type: "INTEGER", nullable: false),
                    CountedHundredths = table.Column<int>(type: "INTEGER", nullable: false),
                    MissingHundredths = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ByKind = table.Column<string>(type: "TEXT", nullable: false),
                    RuleVersion = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_DutyBalances",
                        x => new
                        {
                            x.TeacherId,
                            x.SchoolYear,
                            x.Duty,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "FigureSnapshots",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    SchoolYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Asked = table.Column<int>(type: "INTEGER", nullable: false),
                    Attained = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<int>(type: "INTEGER", nullable: false),
                    Participants = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FigureSnapshots", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "FileTexts",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Hidden = table.Column<string>(type: "TEXT", nullable: false),
                    PageImages = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileTexts", x => x.Hash);
                }
            );

            migrationBuilder.CreateTable(
                name: "ForeignItems",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ForeignItems", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "HourClaims",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    TeacherId = table.Column<string>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SchoolYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Provider = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RawHundredths = table.Column<int>(type: "INTEGER", nullable: false),
                    GrantedHundredths = table.Column<int>(type: "INTEGER", nullable: false),
                    IsMentalHealth = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsPreService = table.Column<bool>(type: "INTEGER", nullable: false),
                    ActivityKey = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    Achievement = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AchievementGrade = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    WaitingPath = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TrainingId = table.Column<string>(type: "TEXT", nullable: true),
                    EnteredById = table.Column<string>(type: "TEXT", nullable: true),
                    ImportId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    LedgerSequence = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ReconsiderUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsReconsidered = table.Column<bool>(type: "INTEGER", nullable: false),
                    LateReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HourClaims", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "HourExemptions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    TeacherId = table.Column<string>(type: "TEXT", nullable: false),
                    SchoolYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Duty = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HourExemptions", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "HourReminders",
                columns: table => new
                {
                    Occasion = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecipientId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    OrganizationId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_HourReminders",
                        x => new
                        {
                            x.Occasion,
                            x.Day,
                            x.RecipientId,
                            x.OrganizationId,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "HourRequests",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    TeacherId = table.Column<string>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WaitingPath = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SchoolYear = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ExemptionKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Duty = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    ActivityKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    HoursHundredths = table.Column<int>(type: "INTEGER", nullable: false),
                    IsMentalHealth = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    EvidenceName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EvidenceHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    EvidenceType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LedgerSequence = table.Column<int>(type: "INTEGER", nullable: true),
                    ExemptionId = table.Column<string>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HourRequests", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "HourRuleVersions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FromSchoolYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HourRuleVersions", x => x.Number);
                }
            );

            migrationBuilder.CreateTable(
                name: "IdempotentAnswers",
                columns: table => new
                {
                    Caller = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    RequestHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotentAnswers", x => new { x.Caller, x.Key });
                }
            );

            migrationBuilder.CreateTable(
                name: "LedgerCheckpoints",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Chains = table.Column<int>(type: "INTEGER", nullable: false),
                    Entries = table.Column<long>(type: "INTEGER", nullable: false),
                    Root = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Signature = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerCheckpoints", x => x.Number);
                }
            );

            migrationBuilder.CreateTable(
                name: "LedgerEntries",
                columns: table => new
                {
                    TeacherId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    SchoolYear = table.Column<int>(type: "INTEGER", nullable: false),
                    ActivityKey = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    AchievementKey = table.Column<string>(type: "TEXT", maxLength: 240, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsMentalHealth = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsPreService = table.Column<bool>(type: "INTEGER", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    To = table.Column<int>(type: "INTEGER", nullable: false),
                    RawHundredths = table.Column<int>(type: "INTEGER", nullable: false),
                    CountedHundredths = table.Column<int>(type: "INTEGER", nullable: false),
                    RuleVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    ActId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    CertifiedById = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    CertifiedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    CertifiedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ReversesSequence = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Epoch = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerEntries", x => new { x.TeacherId, x.Sequence });
                }
            );

            migrationBuilder.CreateTable(
                name: "LedgerHeads",
                columns: table => new
                {
                    TeacherId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerHeads", x => x.TeacherId);
                }
            );

            migrationBuilder.CreateTable(
                name: "MediaFiles",
                columns: table => new
                {
                    Path = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MediaFiles", x => x.Path);
                }
            );

            migrationBuilder.CreateTable(
                name: "Notifications",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Arguments = table.Column<string>(type: "TEXT", nullable: false),
                    Link = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Organizations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ParentId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: true),
                    Stages = table.Column<string>(type: "TEXT", nullable: false),
                    IsUrban = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsLegalPerson = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsBoarding = table.Column<bool>(type: "INTEGER", nullable: false),
                    Classes = table.Column<int>(type: "INTEGER", nullable: true),
                    Students = table.Column<int>(type: "INTEGER", nullable: true),
                    AutumnWeeks = table.Column<int>(type: "INTEGER", nullable: true),
                    SpringWeeks = table.Column<int>(type: "INTEGER", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SuccessorId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organizations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Organizations_Organizations_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Organizations_Organizations_SuccessorId",
                        column: x => x.SuccessorId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "OutboxMessages",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", nullable: true),
                    GivenUpAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxMessages", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "PortalRoles",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Label = table.Column<string>(type: "TEXT", nullable: false),
                    Permissions = table.Column<string>(type: "TEXT", nullable: false),
                    Delegable = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PortalRoles", x => x.Name);
                }
            );

            migrationBuilder.CreateTable(
                name: "SavedClaimFilters",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Query = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedClaimFilters", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "SchoolYears",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    End = table.Column<DateOnly>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchoolYears", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "SettingsSections",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettingsSections", x => x.Name);
                }
            );

            migrationBuilder.CreateTable(
                name: "TaxonomyTerms",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Taxonomy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Label = table.Column<string>(type: "TEXT", nullable: false),
                    Character = table.Column<string>(type: "TEXT", nullable: true),
                    Parent = table.Column<string>(type: "TEXT", nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaxonomyTerms", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Teachers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    TeacherNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Mobile = table.Column<string>(type: "TEXT", nullable: true),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Certificate = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    ServiceFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    PresentPath = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PresentDuties = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Teachers", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "TeacherYears",
                columns: table => new
                {
                    TeacherId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    SchoolYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CertifiedHundredths = table.Column<int>(type: "INTEGER", nullable: false),
                    Activities = table.Column<int>(type: "INTEGER", nullable: false),
                    Duties = table.Column<int>(type: "INTEGER", nullable: false),
                    IsAttained = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsSubjectInPost = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasMentalHealth = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeacherYears", x => new { x.TeacherId, x.SchoolYear });
                }
            );

            migrationBuilder.CreateTable(
                name: "TrainingPlanItems",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SchoolYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Duties = table.Column<string>(type: "TEXT", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Times = table.Column<int>(type: "INTEGER", nullable: false),
                    Persons = table.Column<int>(type: "INTEGER", nullable: false),
                    HoursHundredths = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingPlanItems", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Trainings",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provider = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    IsMentalHealth = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsPreService = table.Column<bool>(type: "INTEGER", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    Speakers = table.Column<string>(type: "TEXT", nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    Duties = table.Column<string>(type: "TEXT", nullable: false),
                    Audience = table.Column<string>(type: "TEXT", nullable: false),
                    SignUpUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Start = table.Column<DateTime>(type: "TEXT", nullable: false),
                    End = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Homework = table.Column<string>(type: "TEXT", nullable: false),
                    IsHomeworkRequired = table.Column<bool>(type: "INTEGER", nullable: false),
                    ApprovalPath = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Materials = table.Column<string>(type: "TEXT", nullable: false),
                    PlanItemId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    CreatedById = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Trainings", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Works",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    OwnerId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    OrganizationPath = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    School = table.Column<string>(type: "TEXT", nullable: false),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false),
                    Visibility = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    NoticeReason = table.Column<string>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Downloads = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Works", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "YearClosings",
                columns: table => new
                {
                    SchoolYear = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YearClosings", x => x.SchoolYear);
                }
            );

            migrationBuilder.CreateTable(
                name: "HourClaimEvidence",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    ClaimId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    BlobHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HourClaimEvidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HourClaimEvidence_HourClaims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "HourClaims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "HourClaimSteps",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    ClaimId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    GrantedHundredths = table.Column<int>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HourClaimSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HourClaimSteps_HourClaims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "HourClaims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "OrganizationEvents",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    OrganizationId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    After = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Document = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganizationEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OrganizationEvents_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "YearConfirmations",
                columns: table => new
                {
                    OrganizationId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    SchoolYearId = table.Column<int>(type: "INTEGER", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YearConfirmations", x => new { x.OrganizationId, x.SchoolYearId });
                    table.ForeignKey(
                        name: "FK_YearConfirmations_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Terms",
                columns: table => new
                {
                    SchoolYearId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    End = table.Column<DateOnly>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Terms", x => new { x.SchoolYearId, x.Number });
                    table.ForeignKey(
                        name: "FK_Terms_SchoolYears_SchoolYearId",
                        column: x => x.SchoolYearId,
                        principalTable: "SchoolYears",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CorrectionRequests",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    TeacherId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    OrganizationPath = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Reply = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Fields = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CorrectionRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CorrectionRequests_Teachers_TeacherId",
                        column: x => x.TeacherId,
                        principalTable: "Teachers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TeacherDuties",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    TeacherId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Document = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    ClassName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeacherDuties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeacherDuties_Teachers_TeacherId",
                        column: x => x.TeacherId,
                        principalTable: "Teachers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TeacherPosts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    TeacherId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    OrganizationId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsSecondary = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeacherPosts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeacherPosts_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_TeacherPosts_Teachers_TeacherId",
                        column: x => x.TeacherId,
                        principalTable: "Teachers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TrainingEnrolments",
                columns: table => new
                {
                    TrainingId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    TeacherId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Secret = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    HasGivenFeedback = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingEnrolments", x => new { x.TrainingId, x.TeacherId });
                    table.ForeignKey(
                        name: "FK_TrainingEnrolments_Trainings_TrainingId",
                        column: x => x.TrainingId,
                        principalTable: "Trainings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TrainingFeedback",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrainingId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingFeedback", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainingFeedback_Trainings_TrainingId",
                        column: x => x.TrainingId,
                        principalTable: "Trainings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TrainingHomework",
                columns: table => new
                {
                    TrainingId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    TeacherId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    BlobHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsPassed = table.Column<bool>(type: "INTEGER", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingHomework", x => new { x.TrainingId, x.TeacherId });
                    table.ForeignKey(
                        name: "FK_TrainingHomework_Trainings_TrainingId",
                        column: x => x.TrainingId,
                        principalTable: "Trainings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TrainingSessions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    TrainingId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Start = table.Column<DateTime>(type: "TEXT", nullable: false),
                    End = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    HoursHundredths = table.Column<int>(type: "INTEGER", nullable: false),
                    Secret = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainingSessions_Trainings_TrainingId",
                        column: x => x.TrainingId,
                        principalTable: "Trainings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "CountedDownloads",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    WorkId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_CountedDownloads",
                        x => new
                        {
                            x.AccountId,
                            x.WorkId,
                            x.Day,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_CountedDownloads_Works_WorkId",
                        column: x => x.WorkId,
                        principalTable: "Works",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Favourites",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    WorkId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Favourites", x => new { x.AccountId, x.WorkId });
                    table.ForeignKey(
                        name: "FK_Favourites_Works_WorkId",
                        column: x => x.WorkId,
                        principalTable: "Works",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "UploadSessions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", nullable: false),
                    WorkId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UploadSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UploadSessions_Works_WorkId",
                        column: x => x.WorkId,
                        principalTable: "Works",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "WorkVersions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    WorkId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    CoverLarge = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    CoverSmall = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ReviewNote = table.Column<string>(type: "TEXT", nullable: true),
                    KeptFindings = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkVersions_Works_WorkId",
                        column: x => x.WorkId,
                        principalTable: "Works",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TrainingAttendances",
                columns: table => new
                {
                    SessionId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    TeacherId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    CheckedInAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CheckedOutAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Method = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    TickedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingAttendances", x => new { x.SessionId, x.TeacherId });
                    table.ForeignKey(
                        name: "FK_TrainingAttendances_TrainingSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "TrainingSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "WorkFiles",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    VersionId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", nullable: false),
                    Extension = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    HasBeenRead = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkFiles_WorkVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "WorkVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AccountClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountClaims", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    TeacherId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OrganizationId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    ImportBatchId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    ActivationCodeHash = table.Column<string>(type: "TEXT", nullable: true),
                    ActivationExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MustChangePassword = table.Column<bool>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsDemo = table.Column<bool>(type: "INTEGER", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Email = table.Column<string>(type: "TEXT", nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Accounts_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_Accounts_Teachers_TeacherId",
                        column: x => x.TeacherId,
                        principalTable: "Teachers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AccountSessions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Device = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountSessions_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "AccountTokens",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_AccountTokens",
                        x => new
                        {
                            x.UserId,
                            x.LoginProvider,
                            x.Name,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_AccountTokens_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ApiTokens",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApiTokens_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Notice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consents_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ImportBatches",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    SecondId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FileHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    RowsDone = table.Column<int>(type: "INTEGER", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: true),
                    Created = table.Column<int>(type: "INTEGER", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    RefusedRows = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Problem = table.Column<string>(type: "TEXT", nullable: true),
                    ProblemArguments = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportBatches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportBatches_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_ImportBatches_Accounts_SecondId",
                        column: x => x.SecondId,
                        principalTable: "Accounts",
                        principalColumn: "Id"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "IntegrationKeys",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Permissions = table.Column<string>(type: "TEXT", nullable: false),
                    KeyHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    CreatedById = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastUsedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IntegrationKeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IntegrationKeys_Accounts_CreatedById",
                        column: x => x.CreatedById,
                        principalTable: "Accounts",
                        principalColumn: "Id"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Passkeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    Data = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passkeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_Passkeys_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "RoleHoldings",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    RoleName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrganizationId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleHoldings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoleHoldings_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_RoleHoldings_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_RoleHoldings_PortalRoles_RoleName",
                        column: x => x.RoleName,
                        principalTable: "PortalRoles",
                        principalColumn: "Name",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_AccountClaims_UserId", table: "AccountClaims", column: "UserId");

            migrationBuilder.CreateIndex(name: "IX_Accounts_ImportBatchId", table: "Accounts", column: "ImportBatchId");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_NormalizedUserName",
                table: "Accounts",
                column: "NormalizedUserName",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Accounts_OrganizationId", table: "Accounts", column: "OrganizationId");

            migrationBuilder.CreateIndex(name: "IX_Accounts_PhoneNumber", table: "Accounts", column: "PhoneNumber", unique: true);

            migrationBuilder.CreateIndex(name: "IX_Accounts_TeacherId", table: "Accounts", column: "TeacherId");

            migrationBuilder.CreateIndex(name: "IX_AccountSessions_AccountId", table: "AccountSessions", column: "AccountId");

            migrationBuilder.CreateIndex(name: "IX_ApiTokens_AccountId", table: "ApiTokens", column: "AccountId");

            migrationBuilder.CreateIndex(name: "IX_ApiTokens_Hash", table: "ApiTokens", column: "Hash", unique: true);

            migrationBuilder.CreateIndex(name: "IX_AuditEntries_AccountId_Id", table: "AuditEntries", columns: new[] { "AccountId", "Id" });

            migrationBuilder.CreateIndex(name: "IX_AuditEntries_At", table: "AuditEntries", column: "At");

            migrationBuilder.CreateIndex(name: "IX_AuditEntries_Path_Id", table: "AuditEntries", columns: new[] { "Path", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_SubjectKind_SubjectId",
                table: "AuditEntries",
                columns: new[] { "SubjectKind", "SubjectId" }
            );

            migrationBuilder.CreateIndex(name: "IX_CalendarFeeds_Token", table: "CalendarFeeds", column: "Token", unique: true);

            migrationBuilder.CreateIndex(name: "IX_Certificates_BatchId", table: "Certificates", column: "BatchId");

            migrationBuilder.CreateIndex(name: "IX_Certificates_Code", table: "Certificates", column: "Code", unique: true);

            migrationBuilder.CreateIndex(name: "IX_Certificates_Number", table: "Certificates", column: "Number", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_Path_SchoolYear",
                table: "Certificates",
                columns: new[] { "Path", "SchoolYear" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_TeacherId_Subject",
                table: "Certificates",
                columns: new[] { "TeacherId", "Subject" },
                unique: true,
                filter: "\"State\" = 'Valid'"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ChangeEntries_TransactionId_Sequence",
                table: "ChangeEntries",
                columns: new[] { "TransactionId", "Sequence" }
            );

            migrationBuilder.CreateIndex(name: "IX_Consents_AccountId", table: "Consents", column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_CorrectionRequests_State_OrganizationPath",
                table: "CorrectionRequests",
                columns: new[] { "State", "OrganizationPath" }
            );

            migrationBuilder.CreateIndex(name: "IX_CorrectionRequests_TeacherId", table: "CorrectionRequests", column: "TeacherId");

            migrationBuilder.CreateIndex(name: "IX_CountedDownloads_WorkId", table: "CountedDownloads", column: "WorkId");

            migrationBuilder.CreateIndex(
                name: "IX_DutyBalances_Figures",
                table: "DutyBalances",
                columns: new[] { "SchoolYear", "Path", "Duty", "State", "RequiredHundredths", "CountedHundredths" }
            );

            migrationBuilder.CreateIndex(name: "IX_Favourites_WorkId", table: "Favourites", column: "WorkId");

            migrationBuilder.CreateIndex(
                name: "IX_FigureSnapshots_Path_SchoolYear_Month",
                table: "FigureSnapshots",
                columns: new[] { "Path", "SchoolYear", "Month" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_HourClaimEvidence_BlobHash", table: "HourClaimEvidence", column: "BlobHash");

            migrationBuilder.CreateIndex(name: "IX_HourClaimEvidence_ClaimId", table: "HourClaimEvidence", column: "ClaimId");

            migrationBuilder.CreateIndex(name: "IX_HourClaims_ActivityKey", table: "HourClaims", column: "ActivityKey");

            migrationBuilder.CreateIndex(name: "IX_HourClaims_ImportId", table: "HourClaims", column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_HourClaims_TeacherId_SchoolYear",
                table: "HourClaims",
                columns: new[] { "TeacherId", "SchoolYear" }
            );

            migrationBuilder.CreateIndex(name: "IX_HourClaims_TrainingId", table: "HourClaims", column: "TrainingId");

            migrationBuilder.CreateIndex(
                name: "IX_HourClaims_WaitingPath_SubmittedAt",
                table: "HourClaims",
                columns: new[] { "WaitingPath", "SubmittedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_HourClaimSteps_ClaimId", table: "HourClaimSteps", column: "ClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_HourExemptions_TeacherId_SchoolYear",
                table: "HourExemptions",
                columns: new[] { "TeacherId", "SchoolYear" }
            );

            migrationBuilder.CreateIndex(name: "IX_HourReminders_RecipientId", table: "HourReminders", column: "RecipientId");

            migrationBuilder.CreateIndex(name: "IX_HourRequests_TeacherId", table: "HourRequests", column: "TeacherId");

            migrationBuilder.CreateIndex(name: "IX_HourRequests_WaitingPath", table: "HourRequests", column: "WaitingPath");

            migrationBuilder.CreateIndex(name: "IX_IdempotentAnswers_At", table: "IdempotentAnswers", column: "At");

            migrationBuilder.CreateIndex(name: "IX_ImportBatches_AccountId", table: "ImportBatches", column: "AccountId");

            migrationBuilder.CreateIndex(name: "IX_ImportBatches_SecondId", table: "ImportBatches", column: "SecondId");

            migrationBuilder.CreateIndex(name: "IX_IntegrationKeys_CreatedById", table: "IntegrationKeys", column: "CreatedById");

            migrationBuilder.CreateIndex(name: "IX_IntegrationKeys_KeyHash", table: "IntegrationKeys", column: "KeyHash", unique: true);

            migrationBuilder.CreateIndex(name: "IX_LedgerEntries_ActId", table: "LedgerEntries", column: "ActId");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_TeacherId_ReversesSequence",
                table: "LedgerEntries",
                columns: new[] { "TeacherId", "ReversesSequence" },
                unique: true,
                filter: "\"ReversesSequence\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_AccountId_ReadAt_CreatedAt",
                table: "Notifications",
                columns: new[] { "AccountId", "ReadAt", "CreatedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationEvents_OrganizationId",
                table: "OrganizationEvents",
                column: "OrganizationId"
            );

            migrationBuilder.CreateIndex(name: "IX_Organizations_ParentId", table: "Organizations", column: "ParentId");

            migrationBuilder.CreateIndex(name: "IX_Organizations_Path", table: "Organizations", column: "Path", unique: true);

            migrationBuilder.CreateIndex(name: "IX_Organizations_SuccessorId", table: "Organizations", column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_GivenUpAt_DueAt",
                table: "OutboxMessages",
                columns: new[] { "GivenUpAt", "DueAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_Passkeys_UserId", table: "Passkeys", column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_RoleHoldings_AccountId_RoleName_OrganizationId",
                table: "RoleHoldings",
                columns: new[] { "AccountId", "RoleName", "OrganizationId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_RoleHoldings_OrganizationId", table: "RoleHoldings", column: "OrganizationId");

            migrationBuilder.CreateIndex(name: "IX_RoleHoldings_RoleName", table: "RoleHoldings", column: "RoleName");

            migrationBuilder.CreateIndex(name: "IX_SavedClaimFilters_AccountId", table: "SavedClaimFilters", column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_TaxonomyTerms_Taxonomy_Code",
                table: "TaxonomyTerms",
                columns: new[] { "Taxonomy", "Code" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_TeacherDuties_Kind_TeacherId",
                table: "TeacherDuties",
                columns: new[] { "Kind", "TeacherId" }
            );

            migrationBuilder.CreateIndex(name: "IX_TeacherDuties_TeacherId", table: "TeacherDuties", column: "TeacherId");

            migrationBuilder.CreateIndex(name: "IX_TeacherPosts_OrganizationId", table: "TeacherPosts", column: "OrganizationId");

            migrationBuilder.CreateIndex(name: "IX_TeacherPosts_TeacherId", table: "TeacherPosts", column: "TeacherId");

            migrationBuilder.CreateIndex(
                name: "IX_Teachers_List",
                table: "Teachers",
                columns: new[] { "PresentPath", "Name", "TeacherNumber", "Status", "Stage", "Title", "PresentDuties" }
            );

            migrationBuilder.CreateIndex(name: "IX_Teachers_Name", table: "Teachers", column: "Name");

            migrationBuilder.CreateIndex(name: "IX_Teachers_TeacherNumber", table: "Teachers", column: "TeacherNumber", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TeacherYears_Figures",
                table: "TeacherYears",
                columns: new[] { "SchoolYear", "Path", "IsAttained", "Duties", "IsSubjectInPost", "HasMentalHealth", "Activities" }
            );

            migrationBuilder.CreateIndex(name: "IX_TrainingEnrolments_TeacherId", table: "TrainingEnrolments", column: "TeacherId");

            migrationBuilder.CreateIndex(name: "IX_TrainingFeedback_TrainingId", table: "TrainingFeedback", column: "TrainingId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingPlanItems_SchoolYear_Path",
                table: "TrainingPlanItems",
                columns: new[] { "SchoolYear", "Path" }
            );

            migrationBuilder.CreateIndex(name: "IX_Trainings_ApprovalPath", table: "Trainings", column: "ApprovalPath");

            migrationBuilder.CreateIndex(name: "IX_Trainings_PlanItemId", table: "Trainings", column: "PlanItemId");

            migrationBuilder.CreateIndex(name: "IX_Trainings_Start", table: "Trainings", column: "Start");

            migrationBuilder.CreateIndex(name: "IX_Trainings_State_Path", table: "Trainings", columns: new[] { "State", "Path" });

            migrationBuilder.CreateIndex(name: "IX_TrainingSessions_Start", table: "TrainingSessions", column: "Start");

            migrationBuilder.CreateIndex(name: "IX_TrainingSessions_TrainingId", table: "TrainingSessions", column: "TrainingId");

            migrationBuilder.CreateIndex(name: "IX_UploadSessions_WorkId", table: "UploadSessions", column: "WorkId");

            migrationBuilder.CreateIndex(name: "IX_WorkFiles_Hash", table: "WorkFiles", column: "Hash");

            migrationBuilder.CreateIndex(name: "IX_WorkFiles_VersionId", table: "WorkFiles", column: "VersionId");

            migrationBuilder.CreateIndex(name: "IX_Works_OrganizationPath", table: "Works", column: "OrganizationPath");

            migrationBuilder.CreateIndex(name: "IX_Works_OwnerId", table: "Works", column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkVersions_State_SubmittedAt",
                table: "WorkVersions",
                columns: new[] { "State", "SubmittedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_WorkVersions_WorkId_Number",
                table: "WorkVersions",
                columns: new[] { "WorkId", "Number" },
                unique: true
            );

            migrationBuilder.AddForeignKey(
                name: "FK_AccountClaims_Accounts_UserId",
                table: "AccountClaims",
                column: "UserId",
                principalTable: "Accounts",
                principalColumn: "Id"
            );

            migrationBuilder.AddForeignKey(
                name: "FK_Accounts_ImportBatches_ImportBatchId",
                table: "Accounts",
                column: "ImportBatchId",
                principalTable: "ImportBatches",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(name: "FK_ImportBatches_Accounts_AccountId", table: "ImportBatches");

            migrationBuilder.DropForeignKey(name: "FK_ImportBatches_Accounts_SecondId", table: "ImportBatches");

            migrationBuilder.DropTable(name: "AccountClaims");

            migrationBuilder.DropTable(name: "AccountSessions");

            migrationBuilder.DropTable(name: "AccountTokens");

            migrationBuilder.DropTable(name: "ApiTokens");

            migrationBuilder.DropTable(name: "AuditAnchors");

            migrationBuilder.DropTable(name: "AuditEntries");

            migrationBuilder.DropTable(name: "CalendarFeeds");

            migrationBuilder.DropTable(name: "CertificateBatches");

            migrationBuilder.DropTable(name: "CertificateCounters");

            migrationBuilder.DropTable(name: "Certificates");

            migrationBuilder.DropTable(name: "ChangeEntries");

            migrationBuilder.DropTable(name: "Consents");

            migrationBuilder.DropTable(name: "CorrectionRequests");

            migrationBuilder.DropTable(name: "CountedDownloads");

            migrationBuilder.DropTable(name: "DutyBalances");

            migrationBuilder.DropTable(name: "Favourites");

            migrationBuilder.DropTable(name: "FigureSnapshots");

            migrationBuilder.DropTable(name: "FileTexts");

            migrationBuilder.DropTable(name: "ForeignItems");

            migrationBuilder.DropTable(name: "HourClaimEvidence");

            migrationBuilder.DropTable(name: "HourClaimSteps");

            migrationBuilder.DropTable(name: "HourExemptions");

            migrationBuilder.DropTable(name: "HourReminders");

            migrationBuilder.DropTable(name: "HourRequests");

            migrationBuilder.DropTable(name: "HourRuleVersions");

            migrationBuilder.DropTable(name: "IdempotentAnswers");

            migrationBuilder.DropTable(name: "IntegrationKeys");

            migrationBuilder.DropTable(name: "LedgerCheckpoints");

            migrationBuilder.DropTable(name: "LedgerEntries");

            migrationBuilder.DropTable(name: "LedgerHeads");

            migrationBuilder.DropTable(name: "MediaFiles");

            migrationBuilder.DropTable(name: "Notifications");

            migrationBuilder.DropTable(name: "OrganizationEvents");

            migrationBuilder.DropTable(name: "OutboxMessages");

            migrationBuilder.DropTable(name: "Passkeys");

            migrationBuilder.DropTable(name: "RoleHoldings");

            migrationBuilder.DropTable(name: "SavedClaimFilters");

            migrationBuilder.DropTable(name: "SettingsSections");

            migrationBuilder.DropTable(name: "TaxonomyTerms");

            migrationBuilder.DropTable(name: "TeacherDuties");

            migrationBuilder.DropTable(name: "TeacherPosts");

            migrationBuilder.DropTable(name: "TeacherYears");

            migrationBuilder.DropTable(name: "Terms");

            migrationBuilder.DropTable(name: "TrainingAttendances");

            migrationBuilder.DropTable(name: "TrainingEnrolments");

            migrationBuilder.DropTable(name: "TrainingFeedback");

            migrationBuilder.DropTable(name: "TrainingHomework");

            migrationBuilder.DropTable(name: "TrainingPlanItems");

            migrationBuilder.DropTable(name: "UploadSessions");

            migrationBuilder.DropTable(name: "WorkFiles");

            migrationBuilder.DropTable(name: "YearClosings");

            migrationBuilder.DropTable(name: "YearConfirmations");

            migrationBuilder.DropTable(name: "HourClaims");

            migrationBuilder.DropTable(name: "PortalRoles");

            migrationBuilder.DropTable(name: "SchoolYears");

            migrationBuilder.DropTable(name: "TrainingSessions");

            migrationBuilder.DropTable(name: "WorkVersions");

            migrationBuilder.DropTable(name: "Trainings");

            migrationBuilder.DropTable(name: "Works");

            migrationBuilder.DropTable(name: "Accounts");

            migrationBuilder.DropTable(name: "ImportBatches");

            migrationBuilder.DropTable(name: "Organizations");

            migrationBuilder.DropTable(name: "Teachers");
        }
    }
}
