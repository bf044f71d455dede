using TeacherGrowthHub.Web.Hosting;

return await HubApplication.RunAsync(args);
